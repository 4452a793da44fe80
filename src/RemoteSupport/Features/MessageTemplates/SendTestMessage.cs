using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>Sends texts that are not saved yet, with the sample, to whoever tries them (MT-2): an e-mail to their own address, a short message to a number of theirs.</summary>
/// <param name="Key">Which text they would be.</param>
/// <param name="Draft">The texts; what is not mentioned is as it is used now.</param>
/// <param name="Phone">For a short message, in national or international form.</param>
[Requires(Permission.Tenant)]
public sealed record SendTestMessage(TemplateKey Key, TemplateDraft Draft, string? Phone = null) : ICommand<TestMessage>
{
    internal sealed class Handler(Desk desk, TemplateCheck check, Outbox outbox, AuditTrail audit, MultiTenantContextAccessor tenancy) : IRequestHandler<SendTestMessage, Outcome<TestMessage>>
    {
        public async Task<Outcome<TestMessage>> Handle(SendTestMessage request, CancellationToken cancellationToken)
        {
            if (await desk.FindAsync(request.Key, cancellationToken) is not { } now || request.Key.Channel == Channels.Page) return new NotFound();
            var recipient = check.Reader(request.Key);
            if (request.Key.Channel == Channels.Sms)
            {
                if (PhoneNumber.Read(request.Phone, tenancy.Tenant.Country) is not { } number) return new InvalidTestNumber();
                recipient = recipient with { Address = number };
            }

            var tried = await check.TryAsync(request.Key, request.Draft.Over(now.Texts));
            if (tried.Message is not { } message) return new TemplateInvalid(tried.Faults);
            audit.Target("message_template", request.Key.Id, request.Key.ToString());
            var id = await outbox.QueueAsync(recipient, tried.Sample, Languages.Find(request.Key.Language)!, message);
            return new TestMessage(id, recipient.Address, "queued", null);
        }
    }
}

/// <summary>A test and what became of it.</summary>
/// <param name="Id">The message in the outbox.</param>
/// <param name="Recipient">Where it goes.</param>
/// <param name="State">"queued", "sent", "delivered", "failed" or "kept".</param>
/// <param name="Reason">Why it could not be sent.</param>
public sealed record TestMessage(Guid Id, string Recipient, string State, string? Reason);
