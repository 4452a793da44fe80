using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The guest's page was in sight for two seconds: the inviter sees "opened". Nothing is used up by it (IN-7).</summary>
[OpenToAll]
public sealed record MarkLinkOpened(string? Token) : ICommand<Done>
{
    internal sealed class Handler(InvitationLinks links, InvitationOpening opening, AuditTrail audit) : IRequestHandler<MarkLinkOpened, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(MarkLinkOpened request, CancellationToken cancellationToken)
        {
            // Nobody decided anything; the invitation's own story has it.
            audit.Nothing();
            if (await links.FindAsync(request.Token, cancellationToken) is not { } found) return new LinkUnknown();
            if (found.IsOpen) await opening.MarkAsync(found.Id, cancellationToken);
            return Done.Value;
        }
    }
}

/// <summary>Writes down when an invitation was opened first.</summary>
internal sealed class InvitationOpening(Db db, InvitationStory story, TimeProvider clock)
{
    public async Task MarkAsync(Guid id, CancellationToken ct)
    {
        if (await db.RunAsync("update support_invitations set opened_at = @now where id = @id and opened_at is null", new { id, now = clock.GetUtcNow() }, ct) == 1) await story.AddAsync(id, "opened");
    }
}
