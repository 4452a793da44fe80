using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Calls;

/// <summary>Writes a line into the chat beside the picture (CA-6). Its id is the browser's: sent again, it is the same line.</summary>
[Requires(Permission.InCall)]
public sealed record SayInCall : ICommand<RoomEntry>
{
    /// <summary>The call.</summary>
    public Guid CallId { get; init; }

    /// <summary>The line's own id.</summary>
    public Guid Id { get; init; }

    /// <summary>What is said.</summary>
    [Required(ErrorMessage = "Please write something.")]
    [StringLength(4000, ErrorMessage = "A message can have 4,000 characters at most.")]
    public string Text { get; init => field = WellFormed.Text((value ?? "").Trim()); } = "";

    internal sealed class Handler(Seats seats, GuestShare share, CallEntries entries, EntryWords words, CallNews news, CallAudit audit) : IRequestHandler<SayInCall, Outcome<RoomEntry>>
    {
        public async Task<Outcome<RoomEntry>> Handle(SayInCall request, CancellationToken cancellationToken)
        {
            audit.Nothing();
            if (await seats.LockAsync(request.CallId, cancellationToken) is not { } seat) return new NotFound();
            if (await entries.FindAsync(request.CallId, request.Id, cancellationToken) is { } said) return words.For(seat.Side, said);
            if (seat.Call.IsOver) return new CallOver();
            if (await share.UsedAsync(seat, "text", request.Id, cancellationToken) is { } used) return used;
            await entries.AddAsync(request.CallId, new NewEntry(request.Id, seat.Side, seat.Name, "text", request.Text));
            await news.ChangedAsync(request.CallId, CallNews.Entries);
            return words.For(seat.Side, (await entries.FindAsync(request.CallId, request.Id, cancellationToken))!);
        }
    }
}
