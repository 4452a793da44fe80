using System.Text.RegularExpressions;

namespace RemoteSupport.Tests.Localization;

/// <summary>
/// Finds the English sentences that C# and Razor sources localize, by the shape of the code around them:
/// <c>L["…"]</c>, <c>L.Plural(n, "…", "…")</c>, <c>ErrorMessage = "…"</c>, <c>[Display(Name = "…")]</c>,
/// <c>[MessageText("…", "…")]</c>, <c>: Refusal("code", 409, "…")</c>, <c>new TemplateFault(…, "code", "…")</c> and its like, and <c>Sentence.Of("…")</c>.
/// </summary>
internal sealed class KeyScanner
{
    private static readonly (Regex Opening, Func<IReadOnlyList<CallArgument>, IEnumerable<CallArgument>> Meant)[] Shapes =
    [
        (new(@"\b(L|\w*[lL]ocalizer)\s*\["), arguments => arguments.Take(1)),
        (new(@"\bErrorMessage\s*=(?!=)"), arguments => arguments.Take(1)),
        (new(@"\bSentence\.Of\s*\("), arguments => arguments.Take(1)),
        // What the catalogue of messages says of each.
        (new(@"(\[MessageText|\bnew\s+MessageTextAttribute)\s*\("), arguments => arguments.Take(2)),
        (new(@"\bDisplay\s*\("), arguments => arguments.Where(argument => argument.Head is "Name=" or "Description=" or "Prompt=")),
        (new(@":\s*Refusal\s*\("), arguments => arguments.Where(IsSentence).Take(1)),
        // A template's faults, also by the short names that its reader has for them.
        (new(@"(\bnew\s+TemplateFault|\.Fault|\.Syntax|\.Refuse|\bExceeded)\s*\("), arguments => arguments.Where(IsSentence).Take(1)),
        (new(@"\bnew\s*\((?=\s*\w+,\s*\w+,\s*""[a-z_]+"",)"), arguments => arguments.Where(IsSentence).Take(1)),
    ];

    private static readonly Regex Plural = new(@"\.\s*Plural\s*\(");
    private static readonly Regex Code = new(@"^[a-z0-9_]+$");

    private readonly List<SourceKey> keys = [];
    private readonly List<string> faults = [];

    public IReadOnlyList<SourceKey> Keys => keys;

    /// <summary>Places where a key is not a literal, so that no catalogue can hold it.</summary>
    public IReadOnlyList<string> Faults => faults;

    public void ScanFolder(string root, string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
            Scan(file, File.ReadAllText(Path.Combine(root, file)));
    }

    public void Scan(string file, string source)
    {
        var text = SourceText.WithoutComments(file, source);
        foreach (var (opening, meant) in Shapes)
        {
            foreach (Match match in opening.Matches(text))
                Add(file, text, match, [.. meant(CallArgument.Read(text, match.Index + match.Length))]);
        }
        foreach (Match match in Plural.Matches(text))
            AddPlural(file, text, match);
    }

    private void Add(string file, string text, Match match, IReadOnlyList<CallArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.IsInterpolated)
                faults.Add($"{file}:{LineOf(text, match)}: a key cannot be interpolated; write {{0}} and give arguments.");
            else
                keys.AddRange(argument.Texts.Select(key => new SourceKey(key, null, file, LineOf(text, match))));
        }
    }

    private void AddPlural(string file, string text, Match match)
    {
        // A declaration of it has no texts.
        var forms = CallArgument.Read(text, match.Index + match.Length).Where(argument => argument.Texts.Count > 0).Take(2).ToArray();
        if (forms is [{ Texts: [var one], IsInterpolated: false }, { Texts: [var many], IsInterpolated: false }])
            keys.Add(new(one, many, file, LineOf(text, match)));
        else
            faults.Add($"{file}:{LineOf(text, match)}: both forms of a plural are written as literals.");
    }

    private static bool IsSentence(CallArgument argument) => argument.Texts.Any(text => !Code.IsMatch(text));

    private static int LineOf(string text, Match match) => 1 + text.AsSpan(0, match.Index).Count('\n');
}
