using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>Counts the parts of text messages that a tenant sends on a day of its own calendar. The database decides races between nodes.</summary>
public sealed class SmsUsage(Db db, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>When the tenant's next day begins.</summary>
    public DateTimeOffset Tomorrow
    {
        get
        {
            var midnight = Today.AddDays(1).ToDateTime(TimeOnly.MinValue);
            // Where clocks go forward at midnight the day begins an hour later.
            if (Zone.IsInvalidTime(midnight)) midnight = midnight.AddHours(1);
            return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    private TimeZoneInfo Zone => TimeZones.TryFind(tenancy.Tenant.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Counts parts before they are sent; null when they would exceed what may be sent today, else the day they count for.</summary>
    public async Task<DateOnly?> TryTakeAsync(int segments, int? cap)
    {
        var day = Today;
        var taken = await db.RunAsync(
            """
            insert into sms_usage (day, segments) select @day, @segments where @cap::int is null or @segments <= @cap
            on conflict (tenant_id, day) do update set segments = sms_usage.segments + excluded.segments
            where @cap::int is null or sms_usage.segments + excluded.segments <= @cap
            """,
            new { day, segments, cap });
        return taken > 0 ? day : null;
    }

    /// <summary>They were not sent after all.</summary>
    public Task<int> GiveBackAsync(DateOnly day, int segments) => db.RunAsync("update sms_usage set segments = greatest(segments - @segments, 0) where day = @day", new { day, segments });

    /// <summary>How many parts were sent today.</summary>
    public async Task<int> CountTodayAsync() => await db.FindAsync<int?>("select segments from sms_usage where day = @Today", new { Today }) ?? 0;
}
