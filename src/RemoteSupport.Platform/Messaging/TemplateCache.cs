using System.Collections.Concurrent;
using RemoteSupport.Platform.Messaging.Templates;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Reads and checks each template once, whoever wrote it. What a tenant changes is another source, so nothing here grows old.</summary>
public sealed class TemplateCache
{
    /// <summary>Some three times what the product brings. Whoever types long drafts makes others' templates be read anew, and fills no memory.</summary>
    internal const int MostLetters = 2_000_000;

    /// <summary>What a short one costs beside its letters.</summary>
    private const int AtLeast = 100;

    private int letters;
    private readonly ConcurrentDictionary<(MessageName Name, string Part, string Source), TemplateParse> read = new();

    /// <summary>The template, or what keeps it from being used for this message.</summary>
    public TemplateParse Get(MessageEntry entry, string part, string source)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(source);
        if (read.TryGetValue((entry.Name, part, source), out var known)) return known;
        var size = source.Length + AtLeast;
        if (Interlocked.Add(ref letters, size) > MostLetters)
        {
            read.Clear();
            Interlocked.Exchange(ref letters, size);
        }

        return read[(entry.Name, part, source)] = Read(entry, part, source);
    }

    internal int Letters => read.Keys.Sum(key => key.Source.Length);

    private static TemplateParse Read(MessageEntry entry, string part, string source)
    {
        var parsed = Template.Parse(source);
        if (parsed.Template is null) return parsed;
        // A subject is too short for links.
        IReadOnlyList<TemplateFault> faults = [.. parsed.Template.Check(entry.Shape, part == "subject" ? [] : entry.Compulsory), .. part == "html" ? parsed.Template.CheckHtml() : []];
        return faults.Count == 0 ? parsed : new TemplateParse(null, [.. faults.OrderBy(fault => (fault.Line, fault.Column))]);
    }
}
