using System.Diagnostics;
using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

/// <summary>What a hostile author or a hostile value could try, in one table (MT-5): each row is refused when it is saved, given up within its budget, or harmless.</summary>
[Trait("Behaviour", "MT-5")]
public sealed class AttackTests
{
    /// <summary>Attacks by whoever writes the template.</summary>
    public static TheoryData<string, string, string> Authors => new()
    {
        // Too much.
        { "deep nesting", string.Concat(Enumerable.Repeat("{{ if a }}", 5_000)), "too_deep" },
        { "a source beyond the limit", new string('x', Template.MaxSourceLength + 1), "too_large" },
        { "a loop without end", "{{ while true }}x{{ end }}", "syntax" },
        { "a range of a billion", "{{ for x in 1..1000000000 }}x{{ end }}", "syntax" },
        { "a function that calls itself", "{{ func f; f; end; f }}", "syntax" },
        { "a text multiplied", "{{ 'x' * 1000000 }}", "syntax" },
        { "a regular expression that backtracks", "{{ a | regex.match '(a+)+$' }}", "syntax" },
        { "tags in tags in tags", string.Concat(Enumerable.Repeat("<b>", 60_000)), "too_large" },
        // Reach beyond the model.
        { "a partial", "{{ include 'other-tenant' }}", "syntax" },
        { "an import", "{{ import a }}", "syntax" },
        { "reflection on a value", "{{ a.get_type.assembly }}", "unknown_variable" },
        { "the type by index", "{{ a['GetType'] }}", "syntax" },
        { "the object itself", "{{ this }}", "syntax" },
        { "the environment", "{{ env.path }}", "unknown_variable" },
        { "the clock", "{{ date.now }}", "unknown_variable" },
        { "an object's members", "{{ a | object.keys }}", "syntax" },
        { "evaluation of a text", "{{ a | object.eval }}", "syntax" },
        { "a member of another message", "{{ password }}", "unknown_variable" },
        { "an assignment to the brand", "{{ brand = a }}", "syntax" },
        { "a capture", "{{ capture x }}{{ end }}", "syntax" },
        { "an escape block", "{%{ {{ a }} }%}", "syntax" },
        // Acts or fetches in the recipient's mail program or browser.
        { "a script", "<script>alert(1)</script>", "html_not_allowed" },
        { "a script behind a comment", "<!-- --><ScRiPt src=x>", "html_not_allowed" },
        { "a handler", "<p onclick=\"x()\">a</p>", "html_not_allowed" },
        { "a handler behind a slash", "<p/onmouseover='x()'>a</p>", "html_not_allowed" },
        { "a drawing that acts", "<svg onload=x></svg>", "html_not_allowed" },
        { "a frame", "<iframe src=\"https://evil.example\"></iframe>", "html_not_allowed" },
        { "a frame's own text", "<p srcdoc=\"x\">a</p>", "html_not_allowed" },
        { "a form that asks for the password", "<form action=\"https://evil.example\"><input name=password></form>", "html_not_allowed" },
        { "another base for all links", "<base href=\"https://evil.example\">", "html_not_allowed" },
        { "a refresh that leads away", "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">", "html_not_allowed" },
        { "a style sheet from elsewhere", "<link rel=stylesheet href=\"https://evil.example\">", "html_not_allowed" },
        { "an import in a style", "<style>@import 'https://evil.example'</style>", "html_not_allowed" },
        { "a picture in a style", "<p style=\"background:url(https://evil.example)\">a</p>", "html_not_allowed" },
        { "a picture in a style, in escapes", "<p style=\"background:\\75rl(https://evil.example)\">a</p>", "html_not_allowed" },
        { "a picture in a style, in entities", "<p style=\"background:&#117;rl(https://evil.example)\">a</p>", "html_not_allowed" },
        { "a comment that Outlook reads", "<!--[if mso]><v:rect href=\"x\"><![endif]-->", "html_not_allowed" },
        { "a tracking pixel", "<img src=\"https://evil.example/pixel.gif\" width=1>", "html_remote" },
        { "a tracking pixel by value", "<img src=\"{{ a }}\">", "html_remote" },
        { "a script as link", "<a href=\"javascript:alert(1)\">x</a>", "html_link" },
        { "a script as link, with a tab", "<a href=\"java\tscript:alert(1)\">x</a>", "html_link" },
        { "a script as link, in entities", "<a href=\"&#106;avascript:alert(1)\">x</a>", "html_link" },
        { "a document as link", "<a href=\"data:text/html,x\">x</a>", "html_link" },
        { "a path of whatever host", "<a href=\"/sign-out\">x</a>", "html_link" },
        { "a host without a scheme", "<a href=\"//evil.example\">x</a>", "html_link" },
        // Lets a value out of its place.
        { "a value as link", "<a href=\"{{ a }}\">x</a>", "html_link" },
        { "a value before a scheme", "<a href=\"{{ a }}https://x\">x</a>", "html_link" },
        { "the link cut to a script", "<a href=\"{{ url | string.truncate 9 }}\">x</a>", "html_link" },
        { "a value without quotation marks", "<p title={{ a }}>x</p>", "html_place" },
        { "a value behind one quotation mark", "<p title=\"x\"{{ a }}>x</p>", "html_place" },
        { "a value as attribute", "<p {{ a }}>x</p>", "html_place" },
        { "a value as a tag", "<b{{ a }}>x</b>", "html_place" },
        { "a value in a comment", "<!-- {{ a }} -->", "html_place" },
        { "a value in a style sheet", "<style>p { color: {{ a }} }</style>", "html_place" },
        { "a value in a style", "<p style=\"color:{{ a }}\">x</p>", "html_place" },
        { "the text of the mail in an attribute", "<p title=\"{{ content }}\">x</p>", "html_place" },
        { "a quotation mark that only one way closes", "<p title=\"{{ if a }}\">x{{ end }}</p>", "html_block" },
        { "a scheme in two halves", "<a href=\"{{ if a }}https:{{ else }}javascript:x{{ end }}\">x</a>", "html_block" },
        { "a tag that swallows the rest", "<p title=\"", "html_unfinished" },
        { "a comment that swallows the rest", "<!-- ", "html_unfinished" },
        { "a title that swallows the rest", "<title>", "html_unfinished" },
    };

    /// <summary>Attacks by a value that somebody else wrote, such as a note; the template is a good one.</summary>
    public static TheoryData<string, TemplateTarget, string, string> Values => new()
    {
        { "a tag", TemplateTarget.Html, "<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;" },
        { "the end of an attribute", TemplateTarget.Html, "\" onclick='x'", "&quot; onclick=&#39;x&#39;" },
        { "an entity", TemplateTarget.Html, "&lt;b&gt;", "&amp;lt;b&amp;gt;" },
        { "a template", TemplateTarget.Html, "{{ password }}", "{{ password }}" },
        { "a marker of a secret link", TemplateTarget.Text, "https://link.invalid/0", "https://link.invalid/0" },
        { "a second header", TemplateTarget.Subject, "x\r\nBcc: all@example.com", "x Bcc: all@example.com" },
        { "a second header, folded", TemplateTarget.Subject, "x\n Bcc: all@example.com", "x  Bcc: all@example.com" },
        { "a line separator", TemplateTarget.Subject, "x\u2028y\u0085z\0", "x y z " },
        { "control characters of a terminal", TemplateTarget.Text, "a\u001b[31mb\u0007\b", "a[31mb" },
        { "control characters in an SMS", TemplateTarget.Sms, "a\u001b\u0000\u000cb\u009b", "ab" },
        { "directions that turn the text around", TemplateTarget.Text, "gpj.\u202eexe", "gpj.exe" },
        { "directions in a subject", TemplateTarget.Subject, "a\u2066b\u2069\u200f", "ab" },
        { "directions in HTML", TemplateTarget.Html, "a\u202eb\u202c", "ab" },
    };

    [Theory, MemberData(nameof(Authors))]
    public void An_author_gets_nowhere(string attack, string source, string code)
    {
        var watch = Stopwatch.StartNew();
        Assert.True(FaultsOf(source).Contains(code), $"{attack} is not refused as {code}, but: {string.Join(", ", FaultsOf(source))}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{attack} takes {watch.Elapsed} to refuse.");
    }

    [Theory, MemberData(nameof(Values))]
    public void A_value_stays_what_it_is(string attack, TemplateTarget target, string value, string written) =>
        Assert.True(written == Rendered(target, value), $"{attack}: {Rendered(target, value)}");

    [Theory]
    [InlineData("<p title=\"{{ a }}\">{{ a }}</p>")]
    [InlineData("<a href=\"{{ url }}\">x</a><a href=\"mailto:{{ a }}\">x</a><a href='https://x.example/?q={{ a }}'>x</a><a href=\"#top\">x</a>")]
    [InlineData("<p style=\"background:{{ brand.accent_color }};color:{{ brand.on_accent }}\">x</p>")]
    [InlineData("<img src=\"cid:logo\" alt=\"{{ a }}\">")]
    [InlineData("<table>{{ for x in list }}<tr><td>{{ x }}</td></tr>{{ end }}</table>")]
    [InlineData("<!-- greeting --><style>p { color: red }</style>{{ if a }}<b>{{ a }}</b>{{ else }}<i>x</i>{{ end }}")]
    [InlineData("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ a }}</title></head><body>{{ content }}</body></html>")]
    [InlineData("2 < 3 & 4 > 1, \"quoted\" {{ a }}")]
    public void Ordinary_html_is_let_through(string source) => Assert.Empty(FaultsOf(source));

    [Fact]
    public void A_fault_stands_where_it_is_in_the_source() =>
        Assert.Equal([(2, 9, "html_not_allowed"), (3, 20, "html_place")],
            Sample.Parsed("<p>x</p>\n{{ a }} <script></script>\n<p style=\"color:{{ a }}\"></p>").CheckHtml().Select(fault => (fault.Line, fault.Column, fault.Code)));

    private static string[] FaultsOf(string source)
    {
        var parsed = Template.Parse(source);
        if (parsed.Template is null) return [.. parsed.Faults.Select(fault => fault.Code)];
        return [.. parsed.Template.Check(ModelShape.Of<Model>()).Concat(parsed.Template.CheckHtml()).Select(fault => fault.Code)];
    }

    private static string Rendered(TemplateTarget target, string value) =>
        Sample.Parsed("{{ a }}").Render(TemplateModel.From(new { A = value }), target);

    private sealed record Model(string A, string Url, string Content, Brand Brand, IReadOnlyList<string> List);

    private sealed record Brand(string AccentColor, string OnAccent);
}
