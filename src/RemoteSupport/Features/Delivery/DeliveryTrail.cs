using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>Says in the audit trail what was changed about delivery; of a secret only that there is a new one.</summary>
internal sealed class DeliveryTrail(AuditTrail audit, MultiTenantContextAccessor tenancy)
{
    public void Record(MailDelivery before, MailDelivery after, bool hasNewPassword)
    {
        Target();
        audit.Changed("mailServer", Describe(before), Describe(after));
        audit.Changed("senderAddress", before.Sender, after.Sender);
        if (hasNewPassword) audit.Changed("secret", before.HasPassword ? "…" : null, "••••");
    }

    public void Record(SmsDelivery before, SmsDelivery after, bool hasNewSecret)
    {
        Target();
        audit.Changed("smsGateway", Describe(before), Describe(after));
        audit.Changed("smsSender", before.Sender, after.Sender);
        audit.Changed("dailyCap", before.DailyCap, after.DailyCap);
        audit.Changed("smsPrefixes", string.Join(' ', before.Prefixes), string.Join(' ', after.Prefixes));
        if (hasNewSecret) audit.Changed("secret", before.HasSecret ? "…" : null, "••••");
    }

    public void Confirmed(string sender)
    {
        Target();
        audit.Changed("senderAddress", null, sender);
    }

    public void Target() => audit.Target("tenant", tenancy.Tenant.Id, tenancy.Tenant.Name, null);

    private static string? Describe(MailDelivery mail) => mail.Host is null ? null : $"{mail.Host}:{mail.Port} {mail.Security} {mail.User}".TrimEnd();

    private static string Describe(SmsDelivery sms) => $"{sms.Gateway} {sms.Url} {sms.User}".TrimEnd();
}
