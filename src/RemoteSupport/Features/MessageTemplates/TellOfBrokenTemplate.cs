using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Alarms the tenant's admins, each in their language, in the transaction of the message that showed it (MT-4).</summary>
internal sealed class TellOfBrokenTemplate(Db db, Outbox outbox, MessageCatalogue catalogue) : INotificationHandler<TemplateBroke>
{
    public async Task Handle(TemplateBroke notification, CancellationToken cancellationToken)
    {
        var (name, language, fault) = notification.Text;
        var admins = await db.ListAsync<Recipient>(
            "select email as address, name, language, time_zone from accounts where kind = 'partner' and role = 'admin' and status = 'active' order by id", ct: cancellationToken);
        var page = $"/settings/messages/{name.Key}/{name.Channel}?language={language}";
        await outbox.QueueAllAsync([.. admins.Select(admin => (admin, (Func<RecipientWords, Message>)(words => new TemplateBrokenEmail(
            words.Localizer[catalogue.Find(name)?.Title ?? name.Key], Languages.Find(language)?.NativeName ?? language, words.Localizer[fault.Fault.Message, fault.Fault.Arguments], words.LinkTo(page)))))]);
    }
}
