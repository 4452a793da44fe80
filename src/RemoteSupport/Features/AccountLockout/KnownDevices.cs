using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>
/// Devices on which an account has signed in before (AC-10): a signed cookie, nothing in the database. Where the tenant protects them, such a
/// device has five tries of its own, so that strangers cannot lock its person out.
/// </summary>
internal sealed class KnownDevices(IHttpContextAccessor http, IDataProtectionProvider protection, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    private const string Cookie = "device";
    private const int MostAccounts = 5;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    private IDataProtector Protector => protection.CreateProtector("known-device", tenancy.Tenant.Id.ToString());

    /// <summary>The device's id if it is known for this account and the tenant protects known devices; null for strangers.</summary>
    public string? KnownFor(Guid? accountId) =>
        tenancy.Tenant.ProtectsKnownDevices && accountId is { } account && Read().TryGetValue(account, out var device) ? device : null;

    /// <summary>Makes this device known for an account that has just signed in on it.</summary>
    public void Remember(Guid accountId)
    {
        if (http.HttpContext is not { } context || context.IsApi()) return;
        var known = Read();
        if (!known.TryAdd(accountId, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))) return;
        if (known.Count > MostAccounts) known.Remove(known.Keys.First(id => id != accountId));
        HostCookie.Set(context, Cookie, Protector.Protect(JsonSerializer.Serialize(known)), clock.GetUtcNow() + KeptFor);
    }

    private Dictionary<Guid, string> Read()
    {
        if (http.HttpContext is not { } context || HostCookie.Get(context, Cookie) is not { } cookie) return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<Guid, string>>(Protector.Unprotect(cookie)) ?? [];
        }
        catch (CryptographicException)
        {
            // Forged, another tenant's, or older than the keys: a stranger.
            return [];
        }
    }
}
