using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Limits;

/// <summary>A tenant admin changes how long access and invitations may last (TN-5). What is given out already keeps its end.</summary>
[Requires(Permission.Tenant)]
public sealed record ChangeLimits : ICommand<TenantLimits>
{
    /// <summary>ISO 8601, from one minute to 30 days; null leaves it.</summary>
    public string? LongestAccess { get; init; }

    /// <summary>ISO 8601, from 15 minutes to 7 days; null leaves it.</summary>
    public string? InvitationLifetime { get; init; }

    /// <summary>The sign of what whoever changes it saw; null is not asked. From the form's page.</summary>
    internal string? Seen { get; init; }

    internal sealed class Handler(Db db, MultiTenantContextAccessor tenancy, AuditTrail audit, Clocks clocks) : IRequestHandler<ChangeLimits, Outcome<TenantLimits>>
    {
        public async Task<Outcome<TenantLimits>> Handle(ChangeLimits request, CancellationToken cancellationToken)
        {
            var before = await db.SingleAsync<TenantLimits>("select longest_access, invitation_lifetime from tenant_settings for no key update", ct: cancellationToken);
            if (request.Seen is { } seen && seen != before.Sign) return new LimitsChangedMeanwhile();
            if (!Read("longestAccess", request.LongestAccess, LimitRules.Access, before.LongestAccess).Succeeded(out var access, out var flaw)) return flaw;
            if (!Read("invitationLifetime", request.InvitationLifetime, LimitRules.Invitation, before.InvitationLifetime).Succeeded(out var lifetime, out flaw)) return flaw;

            var after = new TenantLimits(access, lifetime);
            if (after == before) audit.Nothing();
            else await SaveAsync(before, after, cancellationToken);
            return after;
        }

        private Outcome<TimeSpan> Read(string field, string? text, LengthRange range, TimeSpan present)
        {
            if (text is null) return present;
            return IsoDuration.Read(text) is { } length && range.Holds(length) ? length : new LimitOutOfRange(field, clocks.Duration(range.Shortest), clocks.Duration(range.Longest));
        }

        private async Task SaveAsync(TenantLimits before, TenantLimits after, CancellationToken ct)
        {
            await db.RunAsync("update tenant_settings set longest_access = @LongestAccess, invitation_lifetime = @InvitationLifetime", after, ct);
            audit.Target("tenant", tenancy.Tenant.Id, tenancy.Tenant.Name);
            audit.Changed("longestAccess", IsoDuration.Write(before.LongestAccess), IsoDuration.Write(after.LongestAccess));
            audit.Changed("invitationLifetime", IsoDuration.Write(before.InvitationLifetime), IsoDuration.Write(after.InvitationLifetime));
        }
    }
}
