using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Sms;

namespace RemoteSupport.Features.Delivery;

/// <summary>How a tenant's text messages go out, in its one row of delivery settings. The secret goes in sealed and never comes out.</summary>
internal sealed class SmsRows(Db db, SmsUsage usage, DeliverySecrets secrets, IOptions<SmsOptions> sms)
{
    public async Task<SmsDelivery> ReadAsync()
    {
        var row = await db.FindAsync<SmsRow>(
            """
            select sms_gateway as gateway, sms_url as url, sms_user as user, sms_secret is not null as has_secret, sms_sender as sender, sms_daily_cap as daily_cap,
                   array_to_string(sms_prefixes, ' ') as prefixes, sms_version as version
            from delivery_settings
            """) ?? new SmsRow("platform", null, null, false, null, null, "", 0);
        return new()
        {
            Gateway = row.Gateway, IsPlatformReady = sms.Value.Server is not null, Url = row.Url, User = row.User, HasSecret = row.HasSecret, Sender = row.Sender,
            DailyCap = row.DailyCap, Prefixes = row.Prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Version = row.Version, SentToday = await usage.CountTodayAsync(),
        };
    }

    /// <summary>Of two who save at once the second waits here, and then sees what the first has saved.</summary>
    public async Task<SmsDelivery> HoldAsync()
    {
        await db.RunAsync("insert into delivery_settings (mail_version, sms_version) values (0, 0) on conflict do nothing");
        await db.RunAsync("select from delivery_settings for update");
        return await ReadAsync();
    }

    /// <summary>Saves; no new secret keeps the old one, unless there is no own gateway any more.</summary>
    public Task<int> SaveAsync(SmsDelivery after, string? secret) => db.RunAsync(
        """
        update delivery_settings set
          sms_version = sms_version + 1, sms_gateway = @Gateway, sms_url = @Url, sms_user = @User, sms_secret = case when @Url::text is null then null else coalesce(@secret, sms_secret) end,
          sms_sender = @Sender, sms_daily_cap = @DailyCap, sms_prefixes = @prefixes
        """,
        new { after.Gateway, after.Url, after.User, secret = secrets.Seal(DeliveryRoutes.SmsPurpose, after.Url is null ? null : secret), after.Sender, after.DailyCap, prefixes = after.Prefixes.ToArray() });

    private sealed record SmsRow(string Gateway, string? Url, string? User, bool HasSecret, string? Sender, int? DailyCap, string Prefixes, long Version);
}
