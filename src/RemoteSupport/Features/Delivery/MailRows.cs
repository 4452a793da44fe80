using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Delivery;

/// <summary>How a tenant's e-mail goes out, in its one row of delivery settings. The password goes in sealed and never comes out.</summary>
internal sealed class MailRows(Db db, DeliveryRoutes routes, DeliverySecrets secrets, SenderRecords records)
{
    public async Task<MailDelivery> ReadAsync()
    {
        var row = await db.FindAsync<MailDelivery>(
            """
            select smtp_host as host, smtp_port as port, smtp_security as security, smtp_user as user, smtp_password is not null as has_password, sender,
                   smtp_host is null and sender is not null and sender_confirmed_at is null and confirm_hash is not null as is_sender_waiting, mail_version as version
            from delivery_settings
            """) ?? new MailDelivery();
        return row with { SendsFrom = (await routes.FindMailAsync())?.Sender, Records = records.For(row) };
    }

    /// <summary>Of two who save at once the second waits here, and then sees what the first has saved.</summary>
    public async Task<MailDelivery> HoldAsync()
    {
        await db.RunAsync("insert into delivery_settings (mail_version, sms_version) values (0, 0) on conflict do nothing");
        await db.RunAsync("select from delivery_settings for update");
        return await ReadAsync();
    }

    /// <summary>Saves; no new password keeps the old one, unless nobody signs in any more.</summary>
    public Task<int> SaveAsync(MailDelivery after, string? password) => db.RunAsync(
        """
        update delivery_settings set
          mail_version = mail_version + 1, smtp_host = @Host, smtp_port = @Port, smtp_security = @Security, smtp_user = @User,
          smtp_password = case when @User::text is null then null else coalesce(@password, smtp_password) end,
          sender = @Sender,
          sender_confirmed_at = case when sender = @Sender then sender_confirmed_at end,
          confirm_hash = case when sender = @Sender then confirm_hash end,
          confirm_until = case when sender = @Sender then confirm_until end
        """,
        new { after.Host, after.Port, after.Security, after.User, password = secrets.Seal(DeliveryRoutes.MailPurpose, after.User is null ? null : password), after.Sender });
}
