using RemoteSupport.Platform.Messaging.Templates;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// The texts that the product brings (MT-4): files such as password-reset.email.it.scriban-html, one for HTML, text and subject each. Read
/// once at start; one that does not parse stops the start.
/// </summary>
public sealed class BuiltInTemplates
{
    private readonly Dictionary<string, Template> templates;

    /// <summary>Reads a folder and those below it.</summary>
    public BuiltInTemplates(string folder) =>
        templates = Directory.GetFiles(folder, "*.scriban-*", SearchOption.AllDirectories).ToDictionary(file => Path.GetFileName(file), Parse);

    /// <summary>Names of all files, such as "password-reset.email.it.scriban-html".</summary>
    public IReadOnlyCollection<string> Names => templates.Keys;

    /// <summary>The template of a message, channel and language; <paramref name="part"/> is "html", "txt" or "subject".</summary>
    public Template Get(string message, string channel, string language, string part) =>
        templates.TryGetValue(NameOf(message, channel, language, part), out var template)
            ? template
            : throw new InvalidOperationException($"There is no template {NameOf(message, channel, language, part)}.");

    private static string NameOf(string message, string channel, string language, string part) =>
        part == "subject" ? $"{message}.{channel}.{language}.subject.scriban-txt" : $"{message}.{channel}.{language}.scriban-{part}";

    private static Template Parse(string file)
    {
        var parsed = Template.Parse(File.ReadAllText(file));
        return parsed.Template ?? throw new InvalidOperationException($"{Path.GetFileName(file)}: {string.Join("; ", parsed.Faults)}");
    }
}
