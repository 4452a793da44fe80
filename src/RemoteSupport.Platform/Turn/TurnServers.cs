using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Turn;

/// <summary>
/// Tells browsers which relays there are, with credentials that last a while (the REST form that coturn and others check by themselves: nobody has
/// to tell the relay of anybody).
/// </summary>
public sealed class TurnServers(IOptions<TurnOptions> options, TimeProvider clock)
{
    /// <summary>The relays for somebody.</summary>
    /// <param name="name">What the relay's log shows; no person's name or address.</param>
    public IceServers For(string name)
    {
        var settings = options.Value;
        var expiresAt = clock.GetUtcNow() + settings.Lifetime;
        var (plain, relays) = (settings.Addresses.Where(one => !one.IsRelay).ToList(), settings.Addresses.Where(one => one.IsRelay).ToList());
        var servers = new List<IceServer>();
        if (plain.Count > 0) servers.Add(new IceServer([.. plain.Select(one => one.Text)], null, null));
        if (relays.Count > 0)
        {
            var (user, password) = Credentials(settings.SecretBytes, name, expiresAt);
            servers.Add(new IceServer([.. relays.Select(one => one.Text)], user, password));
        }

        return new IceServers(servers, expiresAt);
    }

    /// <summary>A user's name that says when it ends, and the password that only who knows the secret can make of it.</summary>
    internal static (string User, string Password) Credentials(byte[] secret, string name, DateTimeOffset expiresAt)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"{expiresAt.ToUnixTimeSeconds()}:{name}");
#pragma warning disable CA5350 // SHA-1 is what the relays' REST form is made of; as a keyed hash it still holds.
        return (user, Convert.ToBase64String(HMACSHA1.HashData(secret, Encoding.UTF8.GetBytes(user))));
#pragma warning restore CA5350
    }
}

/// <summary>What a browser needs to find a way.</summary>
/// <param name="Servers">None: only direct ways.</param>
/// <param name="ExpiresAt">When to ask anew.</param>
public sealed record IceServers(IReadOnlyList<IceServer> Servers, DateTimeOffset ExpiresAt);

/// <summary>Some relays with the credentials for them, as RTCIceServer wants them.</summary>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username, string? Credential);
