using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.History;

/// <summary>A call with all that is known of it (IS-1): who, when, how long, what was said and sent, how it went, and what went wrong.</summary>
[Requires(Permission.Invitations)]
public sealed record ShowCall(Guid Id) : IQuery<WholeCall>
{
    internal sealed class Handler(CallFacts facts, CallEntries entries, EntryWords words) : IRequestHandler<ShowCall, Outcome<WholeCall>>
    {
        public async Task<Outcome<WholeCall>> Handle(ShowCall request, CancellationToken cancellationToken)
        {
            if (await facts.FindAsync(request.Id, cancellationToken) is not { } call) return new NotFound();
            var (troubles, comment) = await facts.AfterwardsAsync(request.Id, cancellationToken);
            return new WholeCall(
                call, facts.IsMine(call), troubles, await facts.SidesAsync(request.Id, cancellationToken),
                [.. (await entries.ListAsync(request.Id, cancellationToken)).Select(row => words.For(Seats.Host, row))], await facts.RecordingsAsync(request.Id, cancellationToken), comment);
        }
    }
}

/// <summary>A call with all that is known of it.</summary>
/// <param name="Call">As the list shows it.</param>
/// <param name="IsMine">It rang for the reader.</param>
/// <param name="Troubles">Codes of what went wrong, the gravest first.</param>
/// <param name="Sides">What each side's browser reported.</param>
/// <param name="Entries">Chat and history, as the host reads them.</param>
/// <param name="Recordings">Asked for, refused, made.</param>
/// <param name="NpsComment">What the guest wrote afterwards.</param>
public sealed record WholeCall(
    PastCall Call, bool IsMine, IReadOnlyList<string> Troubles, IReadOnlyList<CallSide> Sides, IReadOnlyList<RoomEntry> Entries, IReadOnlyList<CallRecording> Recordings, string? NpsComment);

/// <summary>What one side's browser reported: the latest of what worked, the worst of the line.</summary>
/// <param name="Side">"host" or "guest".</param>
/// <param name="Device">Such as "Chrome, Android".</param>
/// <param name="Camera">"on", "off", "refused" or "missing".</param>
/// <param name="Microphone">The same of the microphone.</param>
/// <param name="Block">What stood in the way: "browser", "system" or "in_app".</param>
/// <param name="JoinMs">Milliseconds from entering the room to the first picture or sound.</param>
/// <param name="IsRelayed">Through a relay; null when it is not known.</param>
/// <param name="RttMs">Milliseconds there and back, at worst.</param>
/// <param name="Loss">What part was lost, at worst, from 0 to 1.</param>
/// <param name="Freezes">How often the picture stood still.</param>
/// <param name="Marks">How many marks were drawn.</param>
public sealed record CallSide(string Side, string? Device, string? Camera, string? Microphone, string? Block, int? JoinMs, bool? IsRelayed, int? RttMs, float? Loss, int Freezes, int Marks);

/// <summary>A recording of a call.</summary>
/// <param name="Id">The recording.</param>
/// <param name="State">"asking", "refused", "running", "joining", "done" or "empty".</param>
/// <param name="AskedAt">When the guest was asked.</param>
/// <param name="ConsentedAt">When the guest agreed, which is when it began.</param>
/// <param name="EndedAt">When it was stopped.</param>
/// <param name="MediaId">The video in the library.</param>
public sealed record CallRecording(Guid Id, string State, DateTimeOffset AskedAt, DateTimeOffset? ConsentedAt, DateTimeOffset? EndedAt, Guid? MediaId);
