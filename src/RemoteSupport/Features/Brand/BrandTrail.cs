using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Brand;

/// <summary>Says in the audit trail what changed of the brand.</summary>
internal sealed class BrandTrail(AuditTrail audit, MultiTenantContextAccessor tenancy)
{
    /// <summary>False when nothing did: then nothing is to be written, and no node has to look anew.</summary>
    public bool Record(BrandSettings before, BrandSettings after)
    {
        audit.Target("tenant", tenancy.Tenant.Id, after.Name);
        var changes = before.ChangesTo(after).ToList();
        foreach (var (field, old, now) in changes) audit.Changed(field, old, now);
        if (changes.Count == 0) audit.Nothing();
        return changes.Count > 0;
    }

    /// <summary>The same of a picture; null is none.</summary>
    public bool Record(string kind, PictureRow? before, PictureRow? after)
    {
        audit.Target("tenant", tenancy.Tenant.Id, tenancy.Tenant.Name);
        audit.Changed(kind, before?.Label(kind), after?.Label(kind));
        var isSame = before is null ? after is null : after is not null && before.Content.AsSpan().SequenceEqual(after.Content);
        if (isSame) audit.Nothing();
        return !isSame;
    }
}
