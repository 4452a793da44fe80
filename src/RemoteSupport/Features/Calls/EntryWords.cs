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
        CallRules.Guest => GuestName(reader, row.AuthorName),
        _ => row.AuthorName ?? "",
    };

    private string? SentenceOf(string reader, EntryRow row) => row.Kind switch
    {
        "rang" => localizer["{0} rang.", GuestName(reader, row.AuthorName)],
        "answered" => localizer["{0} answered.", row.AuthorName ?? ""],
        "left" => localizer["{0} left the call.", GuestName(reader, row.AuthorName)],
        "returned" => localizer["{0} is back.", GuestName(reader, row.AuthorName)],
        "missed" => localizer["Nobody answered."],
        "done" => localizer["The call has ended."],
        _ => null,
    };

    private string GuestName(string reader, string? invitee) => reader == CallRules.Guest ? localizer["Guest"] : invitee ?? localizer["Guest"];

    private static EntryMedia? MediaOf(EntryRow row) =>
        row.MediaId is { } id ? new EntryMedia(id, row.MediaName ?? "", row.MediaKind ?? "", row.MediaType ?? "", row.Size ?? 0, row.HasThumbnail ?? false) : null;
}
