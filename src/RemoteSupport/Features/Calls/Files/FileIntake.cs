using MediatR;
using RemoteSupport.Features.MediaLibrary;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Platform.Storage.Films;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>Takes in what somebody sends in a call, before the command that keeps it. Nothing is read of what cannot be sent.</summary>
internal sealed class FileIntake(Seats seats, GuestShare share, IMediator mediator, StoredFiles files, Thumbnails thumbnails)
{
    /// <summary>The upload with its thumbnail.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="id">The entry's; empty where the sender gave none.</param>
    /// <param name="name">As its sender calls it.</param>
    /// <param name="content">The file.</param>
    /// <param name="length">As it is announced; null when it is not.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Outcome<SentUpload>> TakeInAsync(Guid callId, Guid id, string? name, Stream content, long? length, CancellationToken ct)
    {
        if (await seats.FindAsync(callId, ct) is not { } seat) return new NotFound();
        if (seat.Call.IsOver) return new CallOver();
        if (await share.UsedAsync(seat, "file", id, ct) is { } used) return used;
        if (length > MediaRules.LargestFile) return new FileTooLarge(name ?? "", MediaRules.LargestFile, MediaRules.Files.Field);
        if ((await mediator.Send(new FindMediaRoom(length ?? 0), ct)).Refusal is { } full) return NoRoomLeft.For(seat, full);
        if (!(await files.TakeInAsync(name ?? "", content, MediaRules.Files, ct)).Succeeded(out var file, out var refusal)) return refusal;
        return new SentUpload(file.Id, (await thumbnails.TakeInAsync(file, ct))?.Id);
    }
}

/// <summary>An upload that waits to be sent.</summary>
internal sealed record SentUpload(Guid FileId, Guid? ThumbnailId);

/// <summary>As much is kept as may be; guests can do nothing about it.</summary>
public sealed record NoRoomLeft() : Refusal("quota_exceeded", 422, "This cannot be sent: there is no room left for files.")
{
    /// <inheritdoc />
    public override string? Field => "file";

    internal static Refusal For(Seat seat, Refusal full) => seat.IsHost ? full : new NoRoomLeft();
}
