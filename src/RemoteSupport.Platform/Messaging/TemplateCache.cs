using System.Collections.Concurrent;
using RemoteSupport.Platform.Messaging.Templates;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Reads and checks each template once, whoever wrote it. What a tenant changes is another source, so nothing here grows old.</summary>
public sealed class TemplateCache
{
    private const int Most = 5_000;
    private readonly ConcurrentDictionary<(MessageName Name, string Part, string Source), TemplateParse> read = new();

    /// <summary>The template, or what keeps it from being used for this message.</summary>
    public TemplateParse Get(MessageEntry entry, string part, string source)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (read.TryGetValue((entry.Name, part, source), out var known)) return known;
        if (read.Count >= Most) read.Clear();
        return read[(entry.Name, part, source)] = Read(entry, part, source);
    }

    private static TemplateParse Read(MessageEntry entry, string part, string source)
    {
        var parsed = Template.Parse(source);
        if (parsed.Template is null) return parsed;
        // A subject is too short for links.
        IReadOnlyList<TemplateFault> faults = [.. parsed.Template.Check(entry.Shape, part == "subject" ? [] : entry.Compulsory), .. part == "html" ? parsed.Template.CheckHtml() : []];
        return faults.Count == 0 ? parsed : new TemplateParse(null, [.. faults.OrderBy(fault => (fault.Line, fault.Column))]);
    }
}
