using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Shared;

/// <summary>
/// Holds a new password against the rules and makes its hash (AC-7); whatever sets a password goes through here. Call it before the transaction:
/// hashing takes long, and no row may be held meanwhile.
/// </summary>
internal sealed class NewPasswords(PasswordHashing hashing, IStringLocalizer localizer)
{
    /// <summary>The hash to store, or what is wrong with the password, said at the operation's <paramref name="field"/>.</summary>
    public async Task<Outcome<string>> HashAsync(string field, string password, string email, string name, CancellationToken ct)
    {
        if (FlawOf(field, password, email, name) is { } flaw) return flaw;
        return await hashing.HashAsync(password, ct);
    }

    /// <summary>Null for a password that may be chosen.</summary>
    public ValidationFailed? FlawOf(string field, string password, string email, string name)
    {
        _ = EmailAddress.TryParse(email, out var address);
        return PasswordRules.FlawOf(password, address, name) is { } flaw ? ValidationFailed.At(field, localizer[PasswordSentences.Of(flaw)]) : null;
    }
}
