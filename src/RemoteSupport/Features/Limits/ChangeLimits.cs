using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Limits;

/// <summary>A tenant admin changes how long access and invitations may last (TN-5), and how long media are kept (ML-1). What is given out already keeps its end.</summary>
[Requires(Permission.Tenant)]
public sealed record ChangeLimits : ICommand<TenantLimits>
{
    /// <summary>ISO 8601, from one minute to 30 days; null leaves it.</summary>
    public string? LongestAccess { get; init; }

    /// <summary>ISO 8601, from 15 minutes to 7 days; null leaves it.</summary>
    public string? InvitationLifetime { get; init; }

    /// <summary>ISO 8601, from one day to 10 years; null leaves it. It is so at once for what is kept already, too.</summary>
    public string? MediaKeptFor { get; init; }

    /// <summary>The sign of what whoever changes it saw; null is not asked. From the form's page.</summary>
    internal string? Seen { get; init; }

    internal sealed class Handler(Db db, IMediator mediator, MultiTenantContextAccessor tenancy, AuditTrail audit, LimitText text) : IRequestHandler<ChangeLimits, Outcome<TenantLimits>>
    {
        public async Task<Outcome<TenantLimits>> Handle(ChangeLimits request, CancellationToken cancellationToken)
        {
            var before = await db.SingleAsync<TenantLimits>(TenantLimits.Sql + " for no key update", ct: cancellationToken);
            if (request.Seen is { } seen && seen != before.Sign) return new LimitsChangedMeanwhile();
            if (!text.Read("longestAccess", request.LongestAccess, LimitRules.Access, before.LongestAccess).Succeeded(out var access, out var flaw)) return flaw;
            if (!text.Read("invitationLifetime", request.InvitationLifetime, LimitRules.Invitation, before.InvitationLifetime).Succeeded(out var lifetime, out flaw)) return flaw;
            if (!text.Read("mediaKeptFor", request.MediaKeptFor, LimitRules.Media, before.MediaKeptFor).Succeeded(out var kept, out flaw)) return flaw;

            var after = new TenantLimits(access, lifetime, kept);
            if (after == before) audit.Nothing();
            else await SaveAsync(before, after, cancellationToken);
            return after;
        }

        private async Task SaveAsync(TenantLimits before, TenantLimits after, CancellationToken ct)
        {
            await db.RunAsync("update tenant_settings set longest_access = @LongestAccess, invitation_lifetime = @InvitationLifetime, media_kept_for = @MediaKeptFor", after, ct);
            audit.Target("tenant", tenancy.Tenant.Id, tenancy.Tenant.Name);
            audit.Changed("longestAccess", IsoDuration.Write(before.LongestAccess), IsoDuration.Write(after.LongestAccess));
            audit.Changed("invitationLifetime", IsoDuration.Write(before.InvitationLifetime), IsoDuration.Write(after.InvitationLifetime));
            audit.Changed("mediaKeptFor", IsoDuration.Write(before.MediaKeptFor), IsoDuration.Write(after.MediaKeptFor));
            if (before.MediaKeptFor != after.MediaKeptFor) await mediator.Publish(new MediaRetentionChanged(after.MediaKeptFor), ct);
        }
    }
}

/// <summary>Media are kept longer or shorter from now on; in this transaction.</summary>
public sealed record MediaRetentionChanged(TimeSpan KeptFor) : INotification;
