namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// The texts that the product brings (MT-4): files such as password-reset.email.it.scriban-html, one for HTML, text and subject each. Read
/// once at start.
/// </summary>
public sealed class BuiltInTemplates
{
    private readonly Dictionary<string, string> sources;

    /// <summary>Reads a folder and those below it.</summary>
    public BuiltInTemplates(string folder) =>
        sources = Directory.GetFiles(folder, "*.scriban-*", SearchOption.AllDirectories).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    /// <summary>Names of all files, such as "password-reset.email.it.scriban-html".</summary>
    public IReadOnlyCollection<string> Names => sources.Keys;

    /// <summary>The texts of a message in a language.</summary>
    /// <exception cref="InvalidOperationException">There are none, which a test would have found.</exception>
    public MessageTexts Get(MessageName name, string language)
    {
        ArgumentNullException.ThrowIfNull(name);
        var stem = $"{name.Key}.{name.Channel}.{language}";
        var texts = new MessageTexts(Find($"{stem}.subject.scriban-txt"), Find($"{stem}.scriban-html"), Find($"{stem}.scriban-txt"));
        return texts.Html is null && texts.Text is null ? throw new InvalidOperationException($"There is no template {stem}.") : texts;
    }

    private string? Find(string file) => sources.GetValueOrDefault(file)?.ReplaceLineEndings("\n").Trim('\n');
}
