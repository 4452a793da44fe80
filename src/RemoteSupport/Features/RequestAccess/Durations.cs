using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>What lengths of access this tenant takes (RA-4).</summary>
internal sealed class Durations(MultiTenantContextAccessor tenancy, Clocks clocks)
{
    /// <summary>The length that somebody stated, within the limits.</summary>
    public Outcome<TimeSpan> Read(string? text) => Check(IsoDuration.Read(text) ?? TimeSpan.Zero);

    /// <summary>The length again, within the limits of now.</summary>
    public Outcome<TimeSpan> Check(TimeSpan length) => length >= AccessRules.Shortest && length <= tenancy.Tenant.LongestAccess ? length : TooLong;

    /// <summary>Why an end cannot be; null when it can.</summary>
    public Refusal? FlawOfEnd(DateTimeOffset? end) =>
        end > clocks.Now && end <= clocks.Now + tenancy.Tenant.LongestAccess ? null : new EndOutOfRange(clocks.Duration(tenancy.Tenant.LongestAccess));

    /// <summary>The refusal of what ends too late.</summary>
    public Refusal TooLong => new DurationOutOfRange(clocks.Duration(tenancy.Tenant.LongestAccess));
}
