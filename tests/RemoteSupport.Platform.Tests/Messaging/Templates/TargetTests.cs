using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

[Trait("Behaviour", "MT-5")]
public sealed class TargetTests
{
    private const string Attack = "</td><script>alert(\"1\")</script>' onload='x' &lt;\0";
    private const string Escaped = "&lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x&#39; &amp;lt;";

    [Theory]
    [InlineData("{{ text }}", Escaped)]
    [InlineData("{{ text | string.capitalize }}", Escaped)]
    [InlineData("{{ inner.text }}", Escaped)]
    [InlineData("{{ for item in list }}{{ item }}{{ end }}", Escaped)]
    [InlineData("{{ for item in objects }}{{ item.text }}{{ end }}", Escaped)]
    [InlineData("{{ html | string.capitalize }}", Escaped)]
    [InlineData("{{ '<b>' }}", "&lt;b&gt;")]
    [InlineData("{{ text | string.truncate 4 }}", "&lt;...")]
    [InlineData("{{ list }}{{ inner }}{{ number }}{{ flag }}", "1true")]
    public void No_kind_of_value_brings_its_own_html(string source, string output)
    {
        var text = new TemplateText(Attack);
        var inner = new TemplateObject(new Dictionary<string, TemplateValue> { ["text"] = text });
        var model = new TemplateObject(new Dictionary<string, TemplateValue>
        {
            ["text"] = text,
            ["inner"] = inner,
            ["list"] = new TemplateList([text]),
            ["objects"] = new TemplateList([inner]),
            ["html"] = new TemplateHtml("<script>", Attack),
            ["number"] = new TemplateNumber(1),
            ["flag"] = new TemplateFlag(true),
        });

        Assert.Equal(output, Sample.Parsed(source).Render(model, TemplateTarget.Html));
    }

    [Theory]
    // The layout's content is the one value that is HTML already; the template's own HTML is the tenant's.
    [InlineData("<td>{{ content }}</td>", TemplateTarget.Html, "<td><p>Hi</p></td>")]
    [InlineData("<td>{{ content }}</td>", TemplateTarget.Text, "<td>Hi</td>")]
    [InlineData("a\tb\r\n\u0007c{{ 'd\r\n\0' }}\u009f", TemplateTarget.Text, "a\tb\ncd\n")]
    [InlineData("a\tb\r\n\u0007c{{ 'd\r\n\0' }}", TemplateTarget.Sms, "a\tb\ncd\n")]
    [InlineData("<a>'\"&", TemplateTarget.Sms, "<a>'\"&")]
    public void Text_is_made_safe_for_where_it_stands(string source, TemplateTarget target, string output) =>
        Assert.Equal(output, Sample.Rendered(source, target));

    [Theory]
    [InlineData("x\r\nBcc: all@example.org", "Re: x Bcc: all@example.org")]
    [InlineData("x\nBcc: a", "Re: x Bcc: a")]
    [InlineData("x\rBcc: a", "Re: x Bcc: a")]
    [InlineData("x\u0085y\u2028z\u2029\0\u001b!", "Re: x y z   !")]
    [InlineData("<b> & 'c'", "Re: <b> & 'c'")]
    public void A_subject_stays_one_header(string value, string output)
    {
        var model = TemplateModel.From(new { Value = value });

        Assert.Equal(output, Sample.Parsed("Re: {{ value }}").Render(model, TemplateTarget.Subject));
        Assert.Equal(output, Sample.Parsed("Re:\n" + value).Render(model, TemplateTarget.Subject));
    }
}
