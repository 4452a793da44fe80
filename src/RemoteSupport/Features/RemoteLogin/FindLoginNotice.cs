using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Whether the owner is told of each login under a grant (RA-13); they are until they turn it off.</summary>
[Requires(Permission.Presence)]
public sealed record FindLoginNotice : IQuery<LoginNotice>
{
    internal const string Sql = "select not exists (select from remote_support_settings where organization_id = @organizationId and not tells_owner)";

    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<FindLoginNotice, Outcome<LoginNotice>>
    {
        public async Task<Outcome<LoginNotice>> Handle(FindLoginNotice request, CancellationToken cancellationToken) =>
            new LoginNotice(await db.SingleAsync<bool>(Sql, new { organizationId = caller.Organization }, cancellationToken));
    }
}

/// <summary>On or off.</summary>
public sealed record LoginNotice(bool IsOn);
