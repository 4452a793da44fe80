using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Profile;

/// <summary>Who the caller is. Reads nothing: the request's session and tenant already say it all.</summary>
[SignedIn]
public sealed record ShowMe : IQuery<MeAnswer>
{
    internal sealed class Handler(Caller caller, MultiTenantContextAccessor tenancy) : IRequestHandler<ShowMe, Outcome<MeAnswer>>
    {
        public Task<Outcome<MeAnswer>> Handle(ShowMe request, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<MeAnswer>>(MeAnswer.Of(caller.SignedIn, tenancy.Tenant));
    }
}

/// <summary>The caller and the tenant they are in; in a remote login also as whom they act.</summary>
public sealed record MeAnswer(UserAnswer User, TenantAnswer Tenant, ActingAnswer? ActingAs)
{
    internal static MeAnswer Of(Session me, TenantInfo tenant) => new(
        UserAnswer.Of(tenant, me.AccountId, me.Name, me.Email, me.Language, me.TimeZone, me.Kind, me.Role, me.OrganizationId),
        new TenantAnswer(tenant.Slug, tenant.Name),
        me.Acting is { } acting ? new ActingAnswer(me.Id, acting.OrganizationId, acting.Role, me.EndsAt) : null);
}

/// <summary>A tenant as its own users see it.</summary>
public sealed record TenantAnswer(string Slug, string Name);

/// <summary>As whom somebody acts, and until when at the latest (RA-12).</summary>
public sealed record ActingAnswer(Guid RemoteLoginId, Guid OrganizationId, string Role, DateTimeOffset ExpiresAt);
