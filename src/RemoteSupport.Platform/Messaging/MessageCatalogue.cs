using System.Reflection;
using RemoteSupport.Platform.Messaging.Templates;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Says in the catalogue what a message is. Both are English sentences, keys of the catalogues of languages.</summary>
/// <param name="title">A few words, such as "Access requested".</param>
/// <param name="purpose">Who gets it, and when.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MessageTextAttribute(string title, string purpose) : Attribute
{
    /// <summary>A few words.</summary>
    public string Title { get; } = title;

    /// <summary>Who gets it, and when.</summary>
    public string Purpose { get; } = purpose;
}

/// <summary>What each message has beside its properties: an example of itself, for previews and tests.</summary>
public interface IMessage<TSelf>
    where TSelf : Message, IMessage<TSelf>
{
    /// <summary>A message as it could be, in the language of the words.</summary>
    static abstract TSelf Sample(SampleWords words);
}

/// <summary>A name that a template can use.</summary>
/// <param name="Path">As it is written, such as "brand.name".</param>
/// <param name="Description">An English sentence, a key of the catalogues of languages.</param>
/// <param name="IsList">Whether "for" goes over it.</param>
/// <param name="IsCompulsory">Whether HTML and text must hold it whatever the conditions, such as the link (MT-2).</param>
public sealed record MessageVariable(string Path, string Description, bool IsList, bool IsCompulsory);

/// <summary>One text that a tenant can write anew.</summary>
/// <param name="Name">How its templates are found.</param>
/// <param name="Title">An English sentence, a key of the catalogues of languages.</param>
/// <param name="Purpose">The same.</param>
/// <param name="Shape">What a template may name.</param>
/// <param name="Variables">The same, described.</param>
/// <param name="Sample">Makes an example; null for the layout, which stands around every one.</param>
public sealed record MessageEntry(
    MessageName Name, string Title, string Purpose, ModelShape Shape, IReadOnlyList<MessageVariable> Variables, Func<SampleWords, Message>? Sample)
{
    /// <summary>Paths that HTML and text must hold.</summary>
    public IReadOnlyList<string> Compulsory { get; } = [.. Variables.Where(variable => variable.IsCompulsory).Select(variable => variable.Path)];
}

/// <summary>Every text of the product that tenants can write anew (MT-1), by the records that there are.</summary>
public sealed class MessageCatalogue
{
    private readonly Dictionary<MessageName, MessageEntry> entries;

    /// <param name="assembly">Where the messages are.</param>
    /// <param name="descriptions">An English sentence for each variable: by "message.path" where its meaning is the message's own, else by its path.</param>
    /// <param name="layout">What is said about the layout.</param>
    public MessageCatalogue(Assembly assembly, IReadOnlyDictionary<string, string> descriptions, MessageTextAttribute layout)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(layout);
        var all = assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Message))).Select(type => EntryOf(type, descriptions));
        entries = all.Append(EntryOf(MessageName.Layout, layout, MessageRenderer.LayoutShape, ["content"], descriptions, null)).ToDictionary(entry => entry.Name);
    }

    /// <summary>All of them, by channel and title.</summary>
    public IEnumerable<MessageEntry> All => entries.Values.OrderBy(entry => entry.Name.Channel, StringComparer.Ordinal).ThenBy(entry => entry.Name.Key, StringComparer.Ordinal);

    /// <summary>Null when there is none of that name.</summary>
    public MessageEntry? Find(MessageName name) => entries.GetValueOrDefault(name);

    private static MessageEntry EntryOf(Type type, IReadOnlyDictionary<string, string> descriptions)
    {
        var text = type.GetCustomAttribute<MessageTextAttribute>() ?? throw new InvalidOperationException($"{type.Name} needs [MessageText].");
        if (!type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IMessage<>)))
            throw new InvalidOperationException($"{type.Name} needs a sample: IMessage<{type.Name}>.");
        var shape = MessageRenderer.ShapeOf(type);
        // A message is there to lead somewhere: what of its own is named a URL is its link.
        var links = shape.Variables.Select(variable => variable.Path).Where(path => (path is "url" || path.EndsWith("_url", StringComparison.Ordinal)) && !path.Contains('.', StringComparison.Ordinal));
        return EntryOf(MessageName.Of(type), text, shape, [.. links], descriptions, SampleOf(type));
    }

    private static MessageEntry EntryOf(
        MessageName name, MessageTextAttribute text, ModelShape shape, string[] compulsory, IReadOnlyDictionary<string, string> descriptions, Func<SampleWords, Message>? sample) =>
        new(name, text.Title, text.Purpose, shape,
            [.. shape.Variables.Select(variable => new MessageVariable(variable.Path, Describe(name, variable.Path, descriptions), variable.IsList, compulsory.Contains(variable.Path)))],
            sample);

    private static string Describe(MessageName name, string path, IReadOnlyDictionary<string, string> descriptions) =>
        descriptions.GetValueOrDefault($"{name.Key}.{path}") ?? descriptions.GetValueOrDefault(path) ?? throw new InvalidOperationException($"The variable {path} of {name.Key} needs a description.");

    private static Func<SampleWords, Message> SampleOf(Type type) =>
        (Func<SampleWords, Message>)typeof(MessageCatalogue).GetMethod(nameof(SampleBy), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!;

    private static Func<SampleWords, Message> SampleBy<T>()
        where T : Message, IMessage<T> => T.Sample;
}
