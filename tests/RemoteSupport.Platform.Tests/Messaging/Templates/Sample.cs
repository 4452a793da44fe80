using System.Net;
using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

internal enum Urgency
{
    VeryHigh,
}

internal sealed record Device(string Name, bool Online);

/// <summary>A message's model with one of each kind of value.</summary>
internal sealed record Sample
{
    public string FirstName { get; init; } = "anna";
    public string NoText { get; init; } = "";
    public string? Note { get; init; }
    public int Zero { get; init; }
    public decimal Price { get; init; } = 12.50m;
    public bool IsNew { get; init; } = true;
    public bool IsOld { get; init; }
    public Urgency Urgency { get; init; } = Urgency.VeryHigh;
    public Device Device { get; init; } = new("Router", true);
    public IReadOnlyList<Device> Devices { get; init; } = [new("TV", true), new("Phone", false)];
    public IReadOnlyList<string> Tags { get; init; } = ["a", "b"];
    public IReadOnlyList<string> None { get; init; } = [];
    public TemplateHtml Content { get; init; } = new("<p>Hi</p>", "Hi");

    public static string Rendered(string source, TemplateTarget target = TemplateTarget.Text) =>
        Parsed(source).Render(TemplateModel.From(new Sample()), target);

    /// <summary>A text and a short message read alike; a subject has spaces for line breaks; HTML means the same once it is decoded.</summary>
    public static void RendersInEveryTarget(string source, string output)
    {
        Assert.Equal(output, Rendered(source, TemplateTarget.Text));
        Assert.Equal(output, Rendered(source, TemplateTarget.Sms));
        Assert.Equal(output.Replace('\n', ' ').Replace('\t', ' '), Rendered(source, TemplateTarget.Subject));
        Assert.Equal(output, WebUtility.HtmlDecode(Rendered(source, TemplateTarget.Html)).ReplaceLineEndings("\n"));
    }

    public static Template Parsed(string source)
    {
        var parse = Template.Parse(source);
        Assert.Empty(parse.Faults);
        return parse.Template!;
    }
}
