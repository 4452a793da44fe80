using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The invitations that the caller sees, the newest first (IN-7).</summary>
[Requires(Permission.Invitations)]
public sealed record ListSupportInvitations : IQuery<SupportInvitationList>
{
    /// <summary>Those that stand so now; "open" for all that are not over.</summary>
    [AllowedValues(
        null, "open", "queued", "sent", "delivered", "failed", "opened", "accepted", "ringing", "in_call", "declined", "done", "expired", "cancelled", ErrorMessage = "There is no such state.")]
    public string? State { get; init; }

    /// <summary>A part of the reference, the address, the inviter's name or the customer's.</summary>
    [StringLength(200, ErrorMessage = "This search text is too long.")]
    public string? Query { get; init => field = InvitationRules.Line(value); }

    /// <summary>Only the caller's own.</summary>
    public bool IsMine { get; init; }

    /// <summary>Only what was declined or could not be delivered since then, and is of no use any more.</summary>
    public DateTimeOffset? MissedSince { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last invitation of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(InvitationReader invitations) : IRequestHandler<ListSupportInvitations, Outcome<SupportInvitationList>>
    {
        public async Task<Outcome<SupportInvitationList>> Handle(ListSupportInvitations request, CancellationToken cancellationToken)
        {
            var found = await invitations.ListAsync(
                ConditionOf(request), OutcomeOf(request),
                new { request.State, request.Query, request.MissedSince, request.Cursor, ends = SupportInvitation.Ends.ToArray(), rows = request.Limit + 1 }, cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new SupportInvitationList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }

        private static string ConditionOf(ListSupportInvitations request) =>
            (request.IsMine ? " and i.inviter_id = @Me" : "")
            + (request.Cursor is null ? "" : " and i.id < @Cursor")
            + (request.MissedSince is null ? "" : " and i.created_at > @MissedSince - interval '7 days'");

        private static string OutcomeOf(ListSupportInvitations request) =>
            (request.Query is null ? "" : " and strpos(fold(concat_ws(' ', f.invitee, f.address, f.inviter_name, f.customer_name)), fold(@Query)) > 0")
            + request.State switch { null => "", "open" => " and f.state <> all (@ends)", _ => " and f.state = @State" }
            + (request.MissedSince is null ? "" : " and ((f.state = 'declined' and f.ended_at > @MissedSince) or (f.state = 'failed' and f.created_at > @MissedSince))");
    }
}
