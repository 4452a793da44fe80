using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>Tries a mail server on behalf of the caller, step by step, with a message that is made as every other but not queued.</summary>
internal sealed class MailTrial(SmtpTransport transport, MailSender sender, TestMail mail, MultiTenantContextAccessor tenancy)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    public async Task<MailCheck> RunAsync(MailRoute route, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        SmtpStep? reached = null;
        try
        {
            var failure = await transport.ProbeAsync(route.Server, limit.Token, step => reached = step);
            if (failure is not null) return new(mail.To, MailCheck.StepsUpTo(reached, failure.Reply));
            var receipt = await sender.SendAsync(route, await mail.MakeAsync(), tenancy.Tenant, null, limit.Token);
            return new(mail.To, MailCheck.StepsUpTo(receipt.Result == MailResult.Accepted ? SmtpStep.Sent : reached, receipt.Reply));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(mail.To, MailCheck.StepsUpTo(reached, MailReasons.NoAnswerInTime));
        }
    }
}

/// <summary>The message that an admin sends to themselves.</summary>
internal sealed class TestMail(MessageRenderer renderer, OwnTemplates own, RecipientWords.Source words, Caller caller, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    public string To => caller.SignedIn.Email;

    public async Task<QueuedMessage> MakeAsync()
    {
        var now = clock.GetUtcNow();
        var language = Languages.Find(caller.SignedIn.Language) ?? Languages.Find(tenancy.Tenant.DefaultLanguage) ?? Languages.English;
        using var _ = language.Use();
        var recipient = new Recipient(To, caller.SignedIn.Name, language.Code, caller.SignedIn.TimeZone);
        var message = new DeliveryTestEmail(words.For(recipient.TimeZone ?? tenancy.Tenant.TimeZone).Instant(now));
        var texts = await own.ReadAsync([MessageName.Of(typeof(DeliveryTestEmail))], [language.Code]);
        var made = renderer.Render(message, recipient, tenancy.Tenant, language, texts).Message;
        return new(Guid.CreateVersion7(now), message.Key, message.Channel, language.Code, To, recipient.Name, null, made.Subject, made.Text, made.Html, "[]", 1, now, now.AddDays(1));
    }
}
