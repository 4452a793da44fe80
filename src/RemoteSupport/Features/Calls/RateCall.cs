using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Calls;

/// <summary>A guest answers the question after the call (CA-9): of the call that was answered last, once. Passes that the call's end has ended count, too.</summary>
[OpenToAll]
public sealed record RateCall : ICommand<Done>
{
    /// <summary>How likely they would recommend the support, from 0 to 10.</summary>
    [Required(ErrorMessage = "Please choose a number from 0 to 10.")]
    [Range(0, 10, ErrorMessage = "Please choose a number from 0 to 10.")]
    public int? Score { get; init; }

    /// <summary>A line of their own.</summary>
    [StringLength(1000, ErrorMessage = "The comment can have 1,000 characters at most.")]
    public string? Comment { get; init => field = string.IsNullOrWhiteSpace(value) ? null : WellFormed.Text(value.Trim()); }

    internal sealed class Handler(Db db, Caller caller, CallNews news, CallAudit audit, TimeProvider clock) : IRequestHandler<RateCall, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RateCall request, CancellationToken cancellationToken)
        {
            if (GuestCalls.InvitationOf(caller) is not { } invitation) return new Unauthenticated();
            var rated = await db.FindAsync<Guid?>(
                """
                update calls set nps_score = @Score, nps_comment = @Comment, nps_at = @now
                where id = (select id from calls where invitation_id = @invitation and answered_at is not null order by id desc limit 1) and nps_at is null
                returning id
                """,
                new { invitation, request.Score, request.Comment, now = clock.GetUtcNow() }, cancellationToken);
            if (rated is not { } id) return new NothingToRate();
            await news.HistoryAsync(await db.SingleAsync<Call>($"{Call.Sql} where c.id = @id", new { id }, cancellationToken));
            return audit.Nothing();
        }
    }
}

/// <summary>Whether the guest is to be asked how it was: there was a call, and they have not answered yet.</summary>
[OpenToAll]
public sealed record FindRating : IQuery<CallRating>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<FindRating, Outcome<CallRating>>
    {
        public async Task<Outcome<CallRating>> Handle(FindRating request, CancellationToken cancellationToken)
        {
            if (GuestCalls.InvitationOf(caller) is not { } invitation) return new Unauthenticated();
            return await db.FindAsync<CallRating>(
                "select true as was_in_call, nps_at is not null as is_rated, nps_score as score from calls where invitation_id = @invitation and answered_at is not null order by id desc limit 1",
                new { invitation }, cancellationToken) ?? new CallRating(false, false, null);
        }
    }
}

/// <summary>How the question after a call stands.</summary>
/// <param name="WasInCall">There was a call to ask about.</param>
/// <param name="IsRated">It is answered.</param>
/// <param name="Score">The answer.</param>
public sealed record CallRating(bool WasInCall, bool IsRated, int? Score);

/// <summary>Which invitation let a guest in.</summary>
internal static class GuestCalls
{
    /// <summary>Also of a pass that is over because the call is.</summary>
    public static Guid? InvitationOf(Caller caller) => caller.Pass?.SubjectId ?? (caller.EndedPass is { EndReason: "done" } ended ? ended.Pass.SubjectId : null);
}
