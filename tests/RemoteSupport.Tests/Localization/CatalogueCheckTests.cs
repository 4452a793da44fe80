using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Tests.Localization;

public sealed class CatalogueCheckTests
{
    private static CatalogueCheck Check(string po, params SourceKey[] keys) => new(PoFile.Parse("xx.po", po), keys);

    private static SourceKey Key(string id, string? many = null) => new(id, many, "src/A.cs", 7);

    [Fact]
    public void What_is_missing_is_printed_ready_to_be_pasted()
    {
        var missing = Check("", Key("Say \"hi\"."), Key("Say \"hi\"."), Key("{0} day"), Key("{0} day", "{0} days")).Missing().ToArray();
        Assert.Equal("#: src/A.cs:7\nmsgid \"Say \\\"hi\\\".\"\nmsgstr \"\"\n", missing[0]);
        Assert.Equal("#: src/A.cs:7\nmsgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", missing[1]);
        Assert.Equal(2, PoFile.Parse("pasted.po", string.Join('\n', missing)).Entries.Count);
    }

    [Fact]
    public void What_is_used_nowhere_is_named() =>
        Assert.Equal(["line 3: \"B\" is used nowhere."], Check("msgid \"A\"\nmsgstr \"a\"\nmsgid \"B\"\nmsgstr \"b\"", Key("A")).Unused());

    [Theory]
    [InlineData("msgid \"A {0}.\"\nmsgstr \"a {0}.\"", null)]
    [InlineData("msgid \"{0} {1:N0}\"\nmsgstr \"{1:N0} {0}\"", null)]
    [InlineData("msgid \"A {{0}}\"\nmsgstr \"a {{0}}\"", null)]
    [InlineData("msgid \"one day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"ein Tag\"\nmsgstr[1] \"{0} Tage\"", null)]
    [InlineData("msgid \"one day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"{0} Tag\"\nmsgstr[1] \"{0} Tage\"", null)]
    [InlineData("#, fuzzy\nmsgid \"A\"\nmsgstr \"a\"", "fuzzy")]
    [InlineData("msgid \"A\"\nmsgstr \"\"", "empty")]
    [InlineData("msgid \"A {0}\"\nmsgstr \"a\"", "placeholders")]
    [InlineData("msgid \"A {0:N0}\"\nmsgstr \"a {0}\"", "placeholders")]
    [InlineData("msgid \"A\"\nmsgstr \"a {0}\"", "placeholders")]
    [InlineData("msgid \"one day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"ein Tag\"\nmsgstr[1] \"Tage\"", "form 1 has the placeholders")]
    [InlineData("msgid \"one day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"ein Tag\"\nmsgstr[1] \"\"", "form 1 is empty")]
    [InlineData("msgid \"one day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"ein Tag\"", "1 forms instead of 2")]
    [InlineData("msgid \"A \"\nmsgstr \"a\"", "blanks")]
    [InlineData("msgid \"A\"\nmsgstr \"\\na\"", "blanks")]
    [InlineData("msgid \"A.\"\nmsgstr \"a\"", "ends with")]
    [InlineData("msgid \"A?\"\nmsgstr \"a!\"", "ends with")]
    public void A_translation_must_fit_its_sentence(string po, string? fault)
    {
        var faults = Check(po).Faults().ToArray();
        Assert.Equal(fault is null ? 0 : 1, faults.Length);
        Assert.All(faults, found => Assert.Contains(fault!, found, StringComparison.Ordinal));
    }

    [Fact]
    public void The_plural_must_be_that_of_the_sources()
    {
        const string po = "msgid \"{0} day\"\nmsgid_plural \"{0} dayz\"\nmsgstr[0] \"{0} Tag\"\nmsgstr[1] \"{0} Tage\"";
        Assert.Contains("\"{0} days\"", Assert.Single(Check(po, Key("{0} day", "{0} days")).Faults()), StringComparison.Ordinal);
        Assert.Single(Check("msgid \"{0} day\"\nmsgstr \"{0} Tag\"", Key("{0} day", "{0} days")).Faults());
    }
}
