using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Makes a message, a typed record, into the tree of values that its template reads.</summary>
public static class TemplateModel
{
    internal const int MaxDepth = 32;

    internal static JsonSerializerOptions Json { get; } = MakeJson();

    /// <summary>Names become snake_case, enums their name in snake_case, null <see cref="TemplateNothing"/>; a <see cref="TemplateValue"/> stays as it is.</summary>
    public static TemplateObject From(object model) =>
        ValueOf(model, 0) as TemplateObject ?? throw new ArgumentException($"{model.GetType()} has no properties to read.", nameof(model));

    private static TemplateValue ValueOf(object? value, int depth)
    {
        if (depth > MaxDepth) throw new ArgumentException("The model is nested too deeply, or holds itself.", nameof(value));
        if (value is null) return TemplateNothing.Value;
        if (value is TemplateValue kept) return kept;

        var type = Json.GetTypeInfo(value.GetType());
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => ObjectOf(value, type, depth),
            JsonTypeInfoKind.Enumerable => new TemplateList([.. ((IEnumerable)value).Cast<object?>().Select(item => ValueOf(item, depth + 1))]),
            _ => PlainValueOf(JsonSerializer.SerializeToElement(value, type)),
        };
    }

    private static TemplateObject ObjectOf(object value, JsonTypeInfo type, int depth) =>
        new(type.Properties.Where(property => property.Get is not null)
            .ToDictionary(property => property.Name, property => ValueOf(property.Get!(value), depth + 1)));

    private static TemplateValue PlainValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new TemplateText(json.GetString()!),
        JsonValueKind.Number => new TemplateNumber(json.GetDecimal()),
        JsonValueKind.True or JsonValueKind.False => new TemplateFlag(json.GetBoolean()),
        JsonValueKind.Null => TemplateNothing.Value,
        _ => throw new ArgumentException("A model holds records, lists, texts, numbers and flags, nothing else.", nameof(json)),
    };

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
