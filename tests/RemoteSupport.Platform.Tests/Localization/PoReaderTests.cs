using RemoteSupport.Platform.Localization;
using Xunit;

namespace RemoteSupport.Platform.Tests.Localization;

public sealed class PoReaderTests
{
    private static PoFile Parse(string text) => PoFile.Parse("xx.po", text);

    private static PoEntry Only(string text) => Assert.Single(Parse(text).Entries);

    [Fact]
    public void An_entry_has_a_key_and_its_translation()
    {
        var entry = Only("msgid \"Save\"\nmsgstr \"Salva\"\n");
        Assert.Equal(("Save", "Salva", null), (entry.Id, entry.Form(0), entry.PluralId));
    }

    [Fact]
    public void Lines_in_quotes_continue_the_text_before_them() =>
        Assert.Equal("Salva tutto, subito.", Only("msgid \"Save\"\nmsgstr \"\"\n\"Salva tutto,\"\r\n  \" subito.\"").Form(0));

    [Theory]
    [InlineData(@"a\nb\tc", "a\nb\tc")]
    [InlineData(@"say \""hi\"" \\ bye", "say \"hi\" \\ bye")]
    [InlineData(@"\x41\102", "AB")]
    public void Escapes_are_those_of_C(string quoted, string text)
    {
        Assert.Equal(text, Only($"msgid \"key\"\nmsgstr \"{quoted}\"").Form(0));
        Assert.Equal(text, Only($"msgid \"key\"\nmsgstr {PoText.Quote(text)}").Form(0));
    }

    [Fact]
    public void Comments_and_obsolete_entries_say_nothing()
    {
        const string text = """
            # translator
            #. extracted
            #: src/A.cs:12
            #| msgid "Old"
            msgid "Save"
            msgstr "Salva"
            #, fuzzy
            #~ msgid "Gone"
            #~ msgstr "Andato"
            msgid "Add"
            msgstr "Aggiungi"
            """;
        Assert.Equal(["Save", "Add"], Parse(text).Entries.Select(entry => entry.Id));
        Assert.DoesNotContain(Parse(text).Entries, entry => entry.IsFuzzy);
    }

    [Fact]
    public void Flags_belong_to_the_entry_after_them()
    {
        var entries = Parse("msgid \"A\"\nmsgstr \"a\"\n\n#, fuzzy, c-format\nmsgid \"B\"\nmsgstr \"b\"").Entries;
        Assert.Equal([false, true], entries.Select(entry => entry.IsFuzzy));
        Assert.Equal(["fuzzy", "c-format"], entries[1].Flags);
    }

    [Fact]
    public void The_same_key_may_stand_in_several_contexts()
    {
        var file = Parse("msgid \"Open\"\nmsgstr \"Apri\"\nmsgctxt \"State\"\nmsgid \"Open\"\nmsgstr \"Aperta\"");
        Assert.Equal(("Apri", "Aperta"), (file.Find(null, "Open")?.Form(0), file.Find("State", "Open")?.Form(0)));
    }

    [Fact]
    public void Forms_go_by_their_number_not_by_their_place()
    {
        var entry = Only("msgid \"one\"\nmsgid_plural \"many\"\nmsgstr[1] \"viele\"\nmsgstr[0] \"eins\"");
        Assert.Equal(["eins", "viele"], entry.Forms);
    }

    [Fact]
    public void A_form_that_is_not_translated_moves_no_other()
    {
        Assert.Null(Only("msgid \"one\"\nmsgid_plural \"many\"\nmsgstr[1] \"viele\"").Form(0));
        Assert.Null(Only("msgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"\"\nmsgstr[1] \"viele\"").Form(0));
    }

    [Fact]
    public void The_header_is_no_entry_and_gives_the_plural_rule()
    {
        const string text = """
            msgid ""
            msgstr ""
            "Language: cs\n"
            "Plural-Forms: nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;\n"
            """;
        var file = Parse(text);
        Assert.Empty(file.Entries);
        Assert.Equal("cs", file.Header.Fields["language"]);
        Assert.Equal(3, file.Header.Plurals.Count);
    }

    [Theory]
    [InlineData("msgid \"A\"\nmsgstr \"a", 2, 10, "closing quote")]
    [InlineData("msgid \"A\"\nmsgstr \"a\" b", 2, 11, "follow")]
    [InlineData("msgid \"A\"\nmsgstr \"a\\q\"", 2, 10, "escape")]
    [InlineData("msgid \"A\"\n  msgfoo \"a\"", 2, 3, "msgfoo")]
    [InlineData("msgid \"A\"\nmsgstr[0] \"a\"", 2, 1, "msgid_plural")]
    [InlineData("msgid \"A\"\nmsgid_plural \"B\"\nmsgstr \"a\"", 3, 1, "numbered")]
    [InlineData("msgstr \"a\"", 1, 1, "begins")]
    [InlineData("\"a\"", 1, 1, "begins")]
    [InlineData("msgid \"A\"\nmsgstr \"a\"\nmsgstr \"b\"", 3, 1, "twice")]
    [InlineData("msgid \"A\"\nmsgid \"B\"\nmsgstr \"b\"", 2, 1, "no msgstr")]
    [InlineData("msgctxt \"C\"\nmsgstr \"b\"", 2, 1, "before msgstr")]
    [InlineData("msgid \"A\"\nmsgstr \"a\"\n\nmsgid \"A\"\nmsgstr \"b\"", 4, 1, "twice")]
    [InlineData("msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"a\"\nmsgstr[2] \"b\"", 1, 1, "nplurals")]
    [InlineData("hello", 1, 1, "keyword")]
    [InlineData("# no header's place\nmsgid \"\"\nmsgstr \"Plural-Forms: nplurals=2;\\n\"", 2, 1, "Plural-Forms")]
    [InlineData("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"", 1, 1, "UTF-8")]
    public void A_fault_names_its_place(string text, int line, int column, string fault)
    {
        var refused = Assert.Throws<PoException>(() => Parse(text));
        Assert.Equal(("xx.po", line, column), (refused.File, refused.Line, refused.Column));
        Assert.Contains(fault, refused.Fault, StringComparison.Ordinal);
    }
}
