using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>What the banner of the remote view says (RA-12); not found outside of one.</summary>
[SignedIn]
public sealed record ShowBanner : IQuery<Banner>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<ShowBanner, Outcome<Banner>>
    {
        public async Task<Outcome<Banner>> Handle(ShowBanner request, CancellationToken cancellationToken)
        {
            if (caller.SignedIn is not { Acting: { } acting } session) return new NotFound();
            var name = await db.SingleAsync<string>("select name from organization_gates where id = @OrganizationId", new { acting.OrganizationId }, cancellationToken);
            return new Banner(acting.OrganizationId, name, acting.Role, session.Name, session.EndsAt, acting.GrantId is not null);
        }
    }
}

/// <summary>Whose portal this is, as whom one is in it, and until when.</summary>
public sealed record Banner(Guid OrganizationId, string Organization, string Role, string Supporter, DateTimeOffset EndsAt, bool IsGranted);
