using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Takes in what a form brings: what came with it now, and what came with it before, when something else in it was wrong.</summary>
public sealed class Uploads(StoredFiles files)
{
    /// <summary>All uploads that are good, and the first flaw among the new ones. More than five are not read at all.</summary>
    public async Task<TakenIn> TakeAsync(IReadOnlyCollection<Guid>? kept, IReadOnlyCollection<IFormFile>? added, CancellationToken ct)
    {
        var taken = new List<StoredFile>(kept is { Count: > 0 } ? await files.FindUploadsAsync([.. kept.Distinct().Take(ReportRules.MostFiles)], ct) : []);
        if (taken.Count + (added?.Count ?? 0) > ReportRules.MostFiles) return new TakenIn(taken, new TooManyFiles());
        Refusal? flaw = null;
        foreach (var one in added ?? [])
        {
            await using var content = one.OpenReadStream();
            if ((await files.TakeInAsync(one.FileName, content, ReportRules.Files, ct)).Succeeded(out var file, out var refusal)) taken.Add(file);
            else flaw ??= refusal;
        }

        return new TakenIn(taken, flaw);
    }

    /// <summary>One that comes as it is.</summary>
    public Task<Outcome<StoredFile>> TakeAsync(string? name, Stream content, CancellationToken ct) => files.TakeInAsync(name ?? "", content, ReportRules.Files, ct);
}

/// <summary>The uploads of a form so far, and what is wrong with one of them.</summary>
/// <param name="Files">Those that are good: the form shows them again, each removable.</param>
/// <param name="Flaw">Null when all are good.</param>
public sealed record TakenIn(IReadOnlyList<StoredFile> Files, Refusal? Flaw)
{
    /// <summary>None.</summary>
    public static TakenIn Nothing { get; } = new([], null);

    /// <summary>By which the operation keeps them.</summary>
    public Guid[] Ids => [.. Files.Select(file => file.Id)];
}
