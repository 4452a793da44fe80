using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>Where an invitation goes, and what stands for the person there.</summary>
/// <param name="Text">The e-mail address as written, or the number (E.164).</param>
/// <param name="PersonKey">The same for every spelling; tells nothing without the key (IN-4).</param>
internal sealed record GuestAddress(string Text, byte[] PersonKey);

/// <summary>Reads the address of the chosen channel, and says before anything is sent where nothing could be (IN-1).</summary>
internal sealed class GuestAddresses(SmsReach sms, Countries countries, KeyedHash keys, MultiTenantContextAccessor tenancy, IStringLocalizer localizer)
{
    public async Task<Outcome<GuestAddress>> ReadAsync(InvitationFields fields, Guid? customerId, CancellationToken ct)
    {
        if (!tenancy.Tenant.Languages.Contains(fields.Language)) return ValidationFailed.At("language", localizer["Choose a language from the list."]);
        return fields.Channel == Channels.Email ? ReadEmail(fields.Email) : await ReadPhoneAsync(fields.Phone, customerId, ct);
    }

    private Outcome<GuestAddress> ReadEmail(string? text)
    {
        if (text is null) return ValidationFailed.At("email", localizer["Enter an e-mail address."]);
        return EmailAddress.TryParse(text, out var email) ? Of(email.Text) : new InvalidInviteeEmail();
    }

    private async Task<Outcome<GuestAddress>> ReadPhoneAsync(string? text, Guid? customerId, CancellationToken ct)
    {
        if (await sms.ObstacleAsync() is { } obstacle) return new SmsCannotBeSent(obstacle, "channel");
        if (text is null) return ValidationFailed.At("phone", localizer["Enter a phone number."]);
        if (PhoneNumber.Read(text, await countries.FindAsync(customerId, ct)) is not { } number) return new InvalidPhone();
        return await sms.ObstacleToAsync(number) is { } barred ? new SmsCannotBeSent(barred, "phone") : Of(number);
    }

    private GuestAddress Of(string address) => new(address, keys.Of(tenancy.Tenant.Id, address, "invitee"));
}

/// <summary>Whether text messages can go out, before one is written.</summary>
internal sealed class SmsReach(Db db, DeliveryRoutes routes, IHostEnvironment environment)
{
    /// <summary>A sentence; null where they can. In development they land in the local outbox (DL-3), unless the tenant wants none.</summary>
    public async Task<string?> ObstacleAsync()
    {
        if (await routes.FindSmsAsync() is not null) return null;
        var isOff = await db.FindAsync<bool>("select sms_gateway = 'none' from delivery_settings");
        return environment.IsDevelopment() && !isOff ? null : Sentence.Of("No SMS can be sent from here at the moment. Choose e-mail, or ask your administrator.");
    }

    /// <summary>The same for one number.</summary>
    public async Task<string?> ObstacleToAsync(string number) =>
        await routes.FindSmsAsync() is { Prefixes.Count: > 0 } route && !route.Prefixes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal))
            ? Sentence.Of("No SMS may be sent to this country.")
            : null;
}

/// <summary>How numbers without a country's code are read: by the customer's country, else the inviter's own, else the tenant's.</summary>
internal sealed class Countries(Db db, Caller caller, MultiTenantContextAccessor tenancy)
{
    public async Task<string> FindAsync(Guid? customerId, CancellationToken ct) =>
        (customerId ?? caller.SignedIn.Inside) is { } id
            ? await db.FindAsync<string>("select country from organization_gates where id = @id", new { id }, ct) ?? tenancy.Tenant.Country
            : tenancy.Tenant.Country;
}
