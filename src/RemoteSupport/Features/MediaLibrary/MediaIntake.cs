using MediatR;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Platform.Storage.Films;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Takes a file in before the command that keeps it: is there room, is it what may be kept, and how does it look when it is small?</summary>
public sealed class MediaIntake(IMediator mediator, StoredFiles files, Thumbnails thumbnails)
{
    /// <summary>Nothing of what is too much is read.</summary>
    public async Task<Outcome<TakenMedia>> TakeInAsync(string? name, Stream content, long? length, CancellationToken ct)
    {
        if (length > MediaRules.LargestFile) return new FileTooLarge(name ?? "", MediaRules.LargestFile, MediaRules.Files.Field);
        if ((await mediator.Send(new FindMediaRoom(length ?? 0), ct)).Refusal is { } full) return full;
        if (!(await files.TakeInAsync(name ?? "", content, MediaRules.Files, ct)).Succeeded(out var file, out var refusal)) return refusal;
        return new TakenMedia(file.Id, (await thumbnails.TakeInAsync(file, ct))?.Id);
    }
}

/// <summary>An upload that waits to be kept, with its thumbnail.</summary>
public sealed record TakenMedia(Guid FileId, Guid? ThumbnailId);
