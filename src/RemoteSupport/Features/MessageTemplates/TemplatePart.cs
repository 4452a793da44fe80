using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>One field of the editor.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Part">"subject", "html" or "text".</param>
public sealed record TemplatePart(EditorPage Page, string Part)
{
    /// <summary>The field's name in the form.</summary>
    public string Field => $"Form.{char.ToUpperInvariant(Part[0])}{Part[1..]}";

    /// <summary>What stands in it.</summary>
    public string? Value => Part switch { "subject" => Page.Form.Subject, "html" => Page.Form.Html, _ => Page.Form.Text };

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<LocatedFault> Faults => [.. Page.Preview.Faults.Where(fault => fault.Part == Part)];

    /// <summary>What people call it.</summary>
    public string Label => Page.Words.Part(Part, Page.Channel);

    /// <summary>It has tools for who writes no HTML.</summary>
    public bool IsMailHtml => Part == "html" && Page.Channel == Channels.Email;

    /// <summary>The layout has no plain text that its HTML could be made of.</summary>
    public bool CanBeMade => IsMailHtml && Page.Key.Name != MessageName.Layout;
}
