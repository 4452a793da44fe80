using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Profile;

/// <summary>Who the caller is. Reads nothing: the request's session and tenant already say it all.</summary>
[Requires(Permission.OwnAccount)]
public sealed record ShowMe : IQuery<MeAnswer>
{
    internal sealed class Handler(Caller caller, MultiTenantContextAccessor tenancy) : IRequestHandler<ShowMe, Outcome<MeAnswer>>
    {
        public Task<Outcome<MeAnswer>> Handle(ShowMe request, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<MeAnswer>>(MeAnswer.Of(caller.SignedIn, tenancy.Tenant));
    }
}

/// <summary>The caller and the tenant they are in.</summary>
public sealed record MeAnswer(UserAnswer User, TenantAnswer Tenant)
{
    internal static MeAnswer Of(Session me, TenantInfo tenant) => new(
        UserAnswer.Of(tenant, me.AccountId, me.Name, me.Email, me.Language, me.TimeZone, me.Kind, me.Role, me.OrganizationId),
        new TenantAnswer(tenant.Slug, tenant.Name));
}

/// <summary>A tenant as its own users see it.</summary>
public sealed record TenantAnswer(string Slug, string Name);
