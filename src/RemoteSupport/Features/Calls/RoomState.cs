using System.Text.Json.Serialization;
using RemoteSupport.Platform.Turn;

namespace RemoteSupport.Features.Calls;

/// <summary>A room as one side sees it.</summary>
/// <param name="Call">The call's id.</param>
/// <param name="Side">The reader's: "host" or "guest".</param>
/// <param name="State">"ringing", "in_call", "done" or "missed".</param>
/// <param name="RangAt">Since when the guest waits.</param>
/// <param name="AnsweredAt">When it was picked up.</param>
/// <param name="EndedAt">When it was over.</param>
/// <param name="Now">The node's clock, by which the others are to be read.</param>
/// <param name="Me">The reader.</param>
/// <param name="Other">The other side.</param>
/// <param name="Ice">The relays, with credentials that last a while.</param>
/// <param name="Recording">Null without one.</param>
/// <param name="Entries">Chat and history, in order.</param>
/// <param name="Files">What can be sent.</param>
public sealed record RoomState(
    Guid Call, string Side, string State, DateTimeOffset RangAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, DateTimeOffset Now, RoomPerson Me, RoomOther Other,
    IceServers Ice, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] RoomRecording? Recording, IReadOnlyList<RoomEntry> Entries, RoomFileRules Files);

/// <summary>Somebody in a room.</summary>
public sealed record RoomPerson(string Name);

/// <summary>Who is on the other side.</summary>
/// <param name="Name">As the reader knows them.</param>
/// <param name="IsHere">In the room now.</param>
/// <param name="Device">The guest's, for the host.</param>
/// <param name="Media">What their browser lets them have.</param>
public sealed record RoomOther(string Name, bool IsHere, string? Device, RoomMedia? Media);

/// <summary>A recording: "asking" the guest, "running", or "joining" its pieces.</summary>
public sealed record RoomRecording(Guid Id, string State, DateTimeOffset? StartedAt);

/// <summary>Something said, sent or happened.</summary>
/// <param name="Id">The browser's own for what people send.</param>
/// <param name="At">When.</param>
/// <param name="Side">"host", "guest" or "system".</param>
/// <param name="Author">As the reader knows them; empty where nobody is.</param>
/// <param name="Kind">"text", "file", "snapshot", "recording"; or "rang", "answered", "left", "returned", "missed", "done", of which the text tells.</param>
/// <param name="Text">What was said, or what happened, in the reader's language.</param>
/// <param name="Media">What was sent; null where it has been deleted.</param>
public sealed record RoomEntry(Guid Id, DateTimeOffset At, string Side, string Author, string Kind, string? Text, EntryMedia? Media);

/// <summary>A picture, video or document.</summary>
public sealed record EntryMedia(Guid Id, string Name, string Kind, string MediaType, long Size, bool HasThumbnail);

/// <summary>What can be sent.</summary>
/// <param name="Largest">Bytes.</param>
/// <param name="Accept">As a file field wants it.</param>
public sealed record RoomFileRules(long Largest, string Accept);
