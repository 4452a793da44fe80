using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin sends a text message to a phone at hand, by the way that all others go; the delivery log shows what becomes of it.</summary>
[Requires(Permission.Tenant)]
public sealed record SendTestSms : ICommand<Done>
{
    /// <summary>The number, with its country code or as it is dialled in the tenant's country.</summary>
    public string? Number { get; init; }

    internal sealed class Handler(SmsRows rows, Outbox outbox, MultiTenantContextAccessor tenancy, SmsSender by) : IRequestHandler<SendTestSms, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(SendTestSms request, CancellationToken cancellationToken)
        {
            if (PhoneNumber.Read(request.Number, tenancy.Tenant.Country) is not { } number) return by.InvalidNumber();
            if (!(await rows.ReadAsync()).CanSend && !by.KeepsHere) return new NoSmsGateway();
            await outbox.QueueAsync(by.RecipientAt(number), words => new DeliveryTestSms(words.Instant(by.Now)));
            by.Record();
            return Done.Value;
        }
    }
}

/// <summary>Who tries the gateway.</summary>
internal sealed class SmsSender(Caller caller, DeliveryTrail trail, IHostEnvironment environment, Microsoft.Extensions.Localization.IStringLocalizer localizer, TimeProvider clock)
{
    /// <summary>In development what no gateway takes lands in the local outbox.</summary>
    public bool KeepsHere => environment.IsDevelopment();

    public DateTimeOffset Now => clock.GetUtcNow();

    public Recipient RecipientAt(string number) => new(number, caller.SignedIn.Name, caller.SignedIn.Language, caller.SignedIn.TimeZone);

    public ValidationFailed InvalidNumber() => ValidationFailed.At("number", localizer["Enter a phone number with its country code, such as +39 06 12345678."]);

    public void Record() => trail.Target();
}
