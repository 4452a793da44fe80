using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RemoteSupport.Platform.Messaging.Templates;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// The values of a real message with everything masked that could say something of a person, kept beside it, so that an editor can show a text with what
/// really happened (MT-2). Bodies are erased after delivery; of these values nothing leads back to anybody.
/// </summary>
internal static class MessageExample
{
    /// <summary>Times and lengths of time. Whatever else is text is masked, so a new variable is masked until it is named here.</summary>
    private static readonly HashSet<string> Plain = ["asked", "at", "duration", "ended_at", "expires_at", "lapses_at", "opens_at", "since", "until"];

    /// <summary>The masked values as JSON. Links are left out.</summary>
    public static string Of(Message message) => Masked(TemplateModel.From(message)).ToJsonString();

    /// <summary>A sample's values with those of a real message in their place; its links stay the sample's.</summary>
    public static TemplateObject Over(TemplateObject sample, string example)
    {
        var real = JsonNode.Parse(example)!.AsObject();
        return new(sample.Members.ToDictionary(member => member.Key, member => real.TryGetPropertyValue(member.Key, out var value) ? Read(value) : member.Value));
    }

    private static JsonObject Masked(TemplateObject values) =>
        new(values.Members.Where(member => !IsLink(member.Value)).Select(member => KeyValuePair.Create(member.Key, Masked(member.Value, Plain.Contains(member.Key)))));

    private static JsonNode? Masked(TemplateValue value, bool isPlain) => value switch
    {
        TemplateText text => isPlain ? text.Value : Mask(text.Value),
        TemplateNumber number => number.Value,
        TemplateFlag flag => flag.Value,
        TemplateList list => new JsonArray([.. list.Items.Select(item => Masked(item, isPlain))]),
        TemplateObject values => Masked(values),
        _ => null,
    };

    /// <summary>Of each word the first letter stays, so that a text keeps its shape.</summary>
    private static string Mask(string text)
    {
        var (masked, isInside) = (new StringBuilder(text.Length), false);
        foreach (var letter in text.EnumerateRunes())
        {
            var isWord = Rune.IsLetterOrDigit(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;
            masked.Append(isWord && isInside ? "•" : letter.ToString());
            isInside = isWord;
        }

        return masked.ToString();
    }

    private static bool IsLink(TemplateValue value) => value is TemplateText { Value: var text } && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https";

    private static TemplateValue Read(JsonNode? value) => value switch
    {
        JsonObject values => new TemplateObject(values.ToDictionary(member => member.Key, member => Read(member.Value))),
        JsonArray items => new TemplateList([.. items.Select(Read)]),
        JsonValue plain when plain.TryGetValue<bool>(out var flag) => new TemplateFlag(flag),
        JsonValue plain when plain.TryGetValue<decimal>(out var number) => new TemplateNumber(number),
        JsonValue plain => new TemplateText(plain.GetValue<string>()),
        _ => TemplateNothing.Value,
    };
}
