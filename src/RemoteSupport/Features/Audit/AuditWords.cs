using System.Globalization;
using System.Text.Json;
using System.Xml;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Features.Audit;

/// <summary>Says an entry in the reader's language and time zone: who, what, to what, from what to what (RA-14).</summary>
public sealed class AuditWords(IStringLocalizer localizer, Clocks clocks, PersonTime times)
{
    private static readonly string[] Roles = ["owner", "admin", "member", "supporter", "super_admin", "look_only", "operator"];

    /// <summary>"Remote Support – Jonas Weber" in a remote login, else the name of then.</summary>
    public string Actor(AuditEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var actor = entry.Actor;
        if (actor.ActingAs is not null) return localizer["Remote Support – {0}", actor.Name ?? localizer["a former user"].Value];
        if (actor.Name is { } name) return name;
        if (actor.Id is not null) return localizer["a former user"];
        if (actor.Role == "operator") return localizer["Operator"];
        return entry.Ip is null ? localizer["By itself, when the time was over"] : localizer["Somebody not signed in"];
    }

    /// <summary>As what they did it; empty where nobody did.</summary>
    public string Role(AuditEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return RoleWord(entry.Actor.ActingAs ?? entry.Actor.Role ?? "");
    }

    /// <summary>What was done.</summary>
    public string Action(string action) => Said(AuditLabels.Actions, action);

    /// <summary>What it was done to: its kind and name.</summary>
    public string Target(AuditEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Target is not { } target) return "";
        var kind = Said(AuditLabels.Kinds, target.Kind);
        return target.Name is { } name ? localizer["{0}: {1}", kind, name] : kind;
    }

    /// <summary>A field's name.</summary>
    public string Field(string field) => Said(AuditLabels.Fields, field);

    /// <summary>A field's value, before or after.</summary>
    public string Value(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => localizer["nothing"],
        JsonValueKind.True => localizer["Yes"],
        JsonValueKind.False => localizer["No"],
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Value(field, item))),
        JsonValueKind.String => Text(field, value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>All actions there are, with their words, in the order of the words.</summary>
    internal IEnumerable<(string Action, string Words)> Actions() =>
        AuditLabels.Actions.Keys.Select(action => (action, Words: Action(action))).OrderBy(pair => pair.Words, StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.None));

    private string Text(string field, string text) => field switch
    {
        "role" => RoleWord(text),
        "language" or "defaultLanguage" => Languages.Find(text)?.NativeName ?? text,
        "expiresAt" when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) => clocks.Instant(at),
        "duration" or "longestAccess" or "invitationLifetime" => Duration(text),
        _ => AuditLabels.Values.TryGetValue((field, text), out var words) ? localizer[words] : text,
    };

    private string Duration(string text)
    {
        try
        {
            return times.Duration(XmlConvert.ToTimeSpan(text));
        }
        catch (FormatException)
        {
            // Not written by us; shown as it is.
            return text;
        }
    }

    private string RoleWord(string role) => Roles.Contains(role) ? Names.Role(role, localizer) : role;

    private string Said(IReadOnlyDictionary<string, string> words, string name) => words.TryGetValue(name, out var sentence) ? localizer[sentence] : name;
}
