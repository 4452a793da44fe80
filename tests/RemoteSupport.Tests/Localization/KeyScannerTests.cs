
namespace RemoteSupport.Tests.Localization;

public sealed class KeyScannerTests
{
    private static KeyScanner Scan(string source, string file = "Sample.cs")
    {
        var scanner = new KeyScanner();
        scanner.Scan(file, source);
        return scanner;
    }

    [Theory]
    [InlineData("""var a = L["Save"];""", "Save")]
    [InlineData("""return localizer["Hello, {0}.", person.Name];""", "Hello, {0}.")]
    [InlineData("""_localizer [ "Save" ].Value""", "Save")]
    [InlineData("""[Required(ErrorMessage = "Please enter a name.")]""", "Please enter a name.")]
    [InlineData("""[StringLength(10, ErrorMessage = "Ten, at " + "most.", MinimumLength = 2)]""", "Ten, at most.")]
    [InlineData("""[property: Display(Order = 1, Name = "E-mail")]""", "E-mail")]
    [InlineData("""public sealed record AlreadyDecided() : Refusal("already_decided", 409, "Sorry, decided.");""", "Sorry, decided.")]
    [InlineData("""public sealed record Locked(int N) : Refusal("locked", N > 1 ? 423 : 429, "Wait.");""", "Wait.")]
    [InlineData("""faults.Add(new TemplateFault(line, at(1, 2), "unknown", "There is no {0}.", name));""", "There is no {0}.")]
    [InlineData("""faults.Syntax(place, "The “{0}” is not closed.", "}}");""", "The “{0}” is not closed.")]
    [InlineData("""if (!hasIn) reader.Refuse("A name was expected, not “{0}”.");""", "A name was expected, not “{0}”.")]
    [InlineData("""faults.Add(path.Place.Fault("not_a_list", "“{0}” is not a list.", path.Path));""", "“{0}” is not a list.")]
    [InlineData("""faults.Add(new(1, 1, "too_large", "The text is too long.", Max));""", "The text is too long.")]
    [InlineData("""var s = Sentence.Of("Delivered");""", "Delivered")]
    [InlineData("""L["Say \"hi\" \u00e0 \\ la\tcarte"]""", "Say \"hi\" à \\ la\tcarte")]
    [InlineData("""L[@"Say ""hi"" \n"]""", "Say \"hi\" \\n")]
    [InlineData("L[\"\"\"Say \"hi\"\"\"\"]", "Say \"hi")]
    [InlineData("L[\"\"\"\n    One\n      two\n    \"\"\"]", "One\n  two")]
    [InlineData("""var c = '"'; var d = '\''; L["Save"]""", "Save")]
    [InlineData("""$"{L["Hello"]} {{x}} {y:F2}" + "http://nowhere" """, "Hello")]
    [InlineData("""var url = "http://a"; L["Save"]""", "Save")]
    public void A_sentence_is_found(string source, string key) => Assert.Equal(key, Assert.Single(Scan(source).Keys).Id);

    [Theory]
    [InlineData("""L[isNew ? "Add" : "Save"]""")]
    [InlineData("""L[kind == "new" ? "Add" : "Save"]""")]
    [InlineData("""L[kind switch { "new" => "Add", Kind.Of("old") => "Save", }]""")]
    public void Each_branch_is_a_sentence(string source) => Assert.Equal(["Add", "Save"], Scan(source).Keys.Select(key => key.Id));

    [Theory]
    [InlineData("""// L["Save"]""")]
    [InlineData("""/* L["Save"] */ /// <c>L["Save"]</c>""")]
    [InlineData("""map["Save"]; HTML["Save"]; L[map["Save"]]; L[sentence]""")]
    [InlineData("""localizer[error.ErrorMessage ?? ""]""")]
    [InlineData("""throw Fault(start, "Expected a keyword.");""")]
    [InlineData("""if (x.ErrorMessage == "Save") {} """)]
    [InlineData("""[DisplayName("Save")] [Display(ResourceType = "Save")]""")]
    [InlineData("""public abstract record Refusal(string Code, int Status, string Sentence);""")]
    public void What_is_no_key_is_not_taken_for_one(string source) => Assert.Empty(Scan(source).Keys);

    [Fact]
    public void A_plural_has_two_forms()
    {
        var key = Assert.Single(Scan("text = L.Plural(Math.Max(1, n),\n  \"one minute\", \"{0} minutes\", \"Ada\");").Keys);
        Assert.Equal(("one minute", "{0} minutes"), (key.Id, key.Many));
    }

    [Fact]
    public void Razor_is_read_through_its_quotes_and_apostrophes()
    {
        const string page = """
            @* L["Old"] *@
            <p class='x'>Don't</p>
            <input placeholder="@L["Search"]" title="@L.Plural(Model.Count, "{0} hit", "{0} hits")">
            @L["Don't // stop"]
            """;
        var keys = Scan(page, "Page.cshtml").Keys;
        Assert.Equal(["Search", "Don't // stop", "{0} hit"], keys.Select(key => key.Id));
        Assert.Equal([3, 4, 3], keys.Select(key => key.Line));
    }

    [Theory]
    [InlineData("""L[$"Hello, {name}."]""")]
    [InlineData("""L.Plural(n, one, "{0} minutes")""")]
    [InlineData("""L.Plural(n, "one", $"{n} minutes")""")]
    public void A_key_that_is_no_literal_is_a_fault(string source)
    {
        Assert.Empty(Scan(source).Keys);
        Assert.StartsWith("Sample.cs:1:", Assert.Single(Scan(source).Faults), StringComparison.Ordinal);
    }
}
