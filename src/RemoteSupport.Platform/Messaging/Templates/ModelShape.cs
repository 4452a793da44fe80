using System.Text.Json.Serialization.Metadata;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>One name a template can use.</summary>
/// <param name="Path">As it is written in the template; what stands in a list's items as "items[].name".</param>
/// <param name="IsList">Whether "for" goes over it.</param>
public sealed record ModelVariable(string Path, bool IsList);

/// <summary>Which paths a message's model has and which of them are lists; what the checker holds a template against (MT-2).</summary>
public sealed record ModelShape
{
    internal static readonly ModelShape Unknown = new() { IsUnknown = true };
    private static readonly ModelShape Leaf = new();

    private ModelShape()
    {
    }

    internal IReadOnlyDictionary<string, ModelShape>? Members { get; private init; }

    internal ModelShape? Item { get; private init; }

    /// <summary>A sample's null or empty list does not tell what it could hold, so nothing below it is refused.</summary>
    internal bool IsUnknown { get; private init; }

    /// <summary>All variables, in the order of the model.</summary>
    public IEnumerable<ModelVariable> Variables => VariablesUnder("");

    /// <summary>The shape of a message's record.</summary>
    public static ModelShape Of<TModel>() => Of(typeof(TModel));

    /// <summary>The shape of a message's record.</summary>
    public static ModelShape Of(Type model) => Of(model, 0);

    /// <summary>The shape of a sample.</summary>
    public static ModelShape Of(TemplateObject sample) => Of((TemplateValue)sample);

    /// <summary>The same with another's members beside its own.</summary>
    public ModelShape With(ModelShape other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new() { Members = new Dictionary<string, ModelShape>([.. Members ?? Empty, .. other.Members ?? Empty]) };
    }

    /// <summary>The same with one member more.</summary>
    public ModelShape With(string name, ModelShape member) => With(new ModelShape { Members = new Dictionary<string, ModelShape> { [name] = member } });

    private static readonly IReadOnlyDictionary<string, ModelShape> Empty = new Dictionary<string, ModelShape>();

    internal ModelShape? Find(string name) => IsUnknown ? Unknown : Members?.GetValueOrDefault(name);

    private static ModelShape Of(Type model, int depth)
    {
        if (model == typeof(TemplateList)) return new() { Item = Unknown };
        if (model == typeof(TemplateObject) || model == typeof(TemplateValue) || depth > 8) return Unknown;
        if (model.IsAssignableTo(typeof(TemplateValue))) return Leaf;

        var type = TemplateModel.Json.GetTypeInfo(model);
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => new() { Members = MembersOf(type, depth) },
            JsonTypeInfoKind.Enumerable => new() { Item = Of(type.ElementType!, depth + 1) },
            _ => Leaf,
        };
    }

    private static Dictionary<string, ModelShape> MembersOf(JsonTypeInfo type, int depth) =>
        type.Properties.Where(property => property.Get is not null)
            .ToDictionary(property => property.Name, property => Of(property.PropertyType, depth + 1));

    private static ModelShape Of(TemplateValue sample) => sample switch
    {
        TemplateObject value => new() { Members = value.Members.ToDictionary(member => member.Key, member => Of(member.Value)) },
        TemplateList list => new() { Item = list.Items.Count == 0 ? Unknown : Of(list.Items[0]) },
        TemplateNothing => Unknown,
        _ => Leaf,
    };

    private IEnumerable<ModelVariable> VariablesUnder(string prefix) =>
        from member in Members ?? new Dictionary<string, ModelShape>()
        let path = prefix + member.Key
        from variable in member.Value.VariablesAt(path)
        select variable;

    private IEnumerable<ModelVariable> VariablesAt(string path)
    {
        if (Members is not null) return VariablesUnder(path + ".");
        return Item is null ? [new(path, false)] : [new(path, true), .. Item.VariablesUnder(path + "[].")];
    }
}
