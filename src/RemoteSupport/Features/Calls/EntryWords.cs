using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Calls;

/// <summary>Says in the reader's language what happened in a call. How the host calls the guest is the host's own note: the guest reads "Guest".</summary>
internal sealed class EntryWords(IStringLocalizer localizer)
{
    /// <summary>An entry as one side reads it.</summary>
    public RoomEntry For(string reader, EntryRow row) => new(
        row.Id, row.At, row.Side, AuthorOf(reader, row), row.Kind, row.Text ?? SentenceOf(reader, row), MediaOf(row));

    private string AuthorOf(string reader, EntryRow row) => row.Side switch
    {
        CallRules.System => "",
        Seats.Guest => GuestName(reader, row.AuthorName),
        _ => row.AuthorName ?? "",
    };

    private string? SentenceOf(string reader, EntryRow row) => row.Kind switch
    {
        "rang" => localizer["{0} rang.", GuestName(reader, row.AuthorName)].Value,
        "answered" => localizer["{0} answered.", row.AuthorName ?? ""].Value,
        "left" => localizer["{0} left the call.", GuestName(reader, row.AuthorName)].Value,
        "returned" => localizer["{0} is back.", GuestName(reader, row.AuthorName)].Value,
        "missed" => localizer["Nobody answered."].Value,
        "done" => localizer["The call has ended."].Value,
        _ => null,
    };

    private string GuestName(string reader, string? invitee) => reader == Seats.Guest ? localizer["Guest"].Value : invitee ?? localizer["Guest"].Value;

    private static EntryMedia? MediaOf(EntryRow row) =>
        row.MediaId is { } id ? new EntryMedia(id, row.MediaName ?? "", row.MediaKind ?? "", row.MediaType ?? "", row.Size ?? 0, row.HasThumbnail ?? false) : null;
}
