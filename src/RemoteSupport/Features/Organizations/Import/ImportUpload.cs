using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Takes a file in and begins its import, for the page and the API.</summary>
public sealed class ImportUpload(StoredFiles files, Caller caller)
{
    /// <summary>50 MiB: some 300,000 rows.</summary>
    public const long LargestFile = 50 << 20;

    /// <summary>The file in bytes, and what a form has around it.</summary>
    public const long LargestBody = LargestFile + (1 << 20);

    private static readonly FileRules Rules = new(new HashSet<string> { "text/plain" }, LargestFile, "csv");

    /// <summary>Nothing is taken in from somebody who may not import.</summary>
    public async Task<Outcome<ImportAnswer>> StartAsync(string fileName, Stream content, bool isTrial, IMediator mediator, CancellationToken ct)
    {
        if (!caller.May(Permission.Organizations)) return await mediator.Send(new StartImport(), ct);
        return (await files.TakeInAsync(fileName, content, Rules, ct)).Succeeded(out var file, out var refusal)
            ? await mediator.Send(new StartImport { FileId = file.Id, IsTrial = isTrial }, ct)
            : refusal;
    }
}
