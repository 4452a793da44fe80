using System.Text.Json;
using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>What pages call the parts, ways, states and versions of texts.</summary>
public sealed class TemplateWords(IStringLocalizer localizer)
{
    /// <summary>The state's chip: its tone, its icon, its word.</summary>
    public (string Tone, string Icon, string Word) State(TemplateState state) => state switch
    {
        TemplateState.BuiltIn => ("", "file-text", localizer["Built-in"]),
        TemplateState.Changed => ("chip-info", "pencil", localizer["Changed"]),
        TemplateState.Outdated => ("chip-warn", "refresh-cw", localizer["Outdated"]),
        _ => ("chip-danger", "triangle-alert", localizer["Broken"]),
    };

    /// <summary>How a message goes.</summary>
    public string Channel(string channel) => channel switch
    {
        Channels.Email => localizer["E-mail"],
        Channels.Sms => localizer["SMS"],
        _ => localizer["Texts on pages"],
    };

    /// <summary>A part of a message.</summary>
    public string Part(string part, string channel) => (part, channel) switch
    {
        ("subject", Channels.Page) => localizer["Title"],
        ("subject", _) => localizer["Subject"],
        ("html", _) => localizer["HTML"],
        (_, Channels.Email) => localizer["Plain text"],
        _ => localizer["Text"],
    };

    /// <summary>What a version was.</summary>
    public string Kind(TemplateVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Kind switch
        {
            "built_in" => localizer["Back to the built-in text"],
            "restored" => localizer["Version {0} restored", version.RestoredVersion ?? 0],
            _ => localizer["Saved"],
        };
    }

    /// <summary>What is wrong, with its place.</summary>
    public string At(LocatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return localizer["Line {0}, column {1}: {2}", fault.Line, fault.Column, fault.Message];
    }

    /// <summary>A language in itself.</summary>
    public static string Language(string code) => Languages.Find(code)?.NativeName ?? code;

    /// <summary>Who saved it, in words; empty where nobody did.</summary>
    public string SavedBy(string? name) => name is null ? "" : localizer["Saved by {0}", name];

    /// <summary>What the editor's own parts say, in the reader's language.</summary>
    public string Phrases() => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["Completions"] = localizer["Suggestions"],
        ["Control character"] = localizer["Control character"],
        ["Diagnostics"] = localizer["What is wrong"],
        ["No diagnostics"] = localizer["Nothing is wrong"],
        ["if"] = localizer["only where something is true"],
        ["else"] = localizer["otherwise"],
        ["end"] = localizer["ends “if” or “for”"],
        ["for"] = localizer["once for each of a list"],
        ["string.upcase"] = localizer["in capital letters"],
        ["string.downcase"] = localizer["in small letters"],
        ["string.capitalize"] = localizer["with a capital first letter"],
        ["string.truncate"] = localizer["cut after so many characters"],
    });

    /// <summary>The values of a message for the editor's suggestions.</summary>
    public string Variables(MessageEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return JsonSerializer.Serialize(entry.Variables.Select(variable => new { path = variable.Path, description = localizer[variable.Description].Value, isList = variable.IsList }));
    }

    /// <summary>What is wrong with a part, for the editor's marks.</summary>
    public static string Marks(IEnumerable<LocatedFault> faults) => JsonSerializer.Serialize(faults.Select(fault => new { part = fault.Part, line = fault.Line, column = fault.Column, message = fault.Message }));
}
