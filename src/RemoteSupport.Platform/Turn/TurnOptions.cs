using System.Text;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Turn;

/// <summary>The relays through which a call goes where it cannot go directly (CA-7); configuration "Turn". Without any, calls are direct only.</summary>
public sealed class TurnOptions
{
    /// <summary>Where they are, by comma or space: "turn:turn.example.com:3478?transport=udp", "turns:…", "stun:…".</summary>
    public string? Urls { get; set; }

    /// <summary>What the nodes share with the relays (coturn: static-auth-secret); at least 16 characters.</summary>
    public string? Secret { get; set; }

    /// <summary>How long credentials let somebody in; a call that lasts longer gets new ones.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The addresses, one by one.</summary>
    internal IReadOnlyList<TurnAddress> Addresses => [.. Texts.Select(TurnAddress.Read).OfType<TurnAddress>()];

    private string[] Texts => (Urls ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal byte[] SecretBytes => Encoding.UTF8.GetBytes(Secret ?? "");

    /// <summary>Stops the start when a setting cannot be used.</summary>
    internal sealed class Check : IValidateOptions<TurnOptions>
    {
        private const int ShortestSecret = 16;

        public ValidateOptionsResult Validate(string? name, TurnOptions options)
        {
            var wrong = options.Texts.FirstOrDefault(text => TurnAddress.Read(text) is null);
            if (wrong is not null) return ValidateOptionsResult.Fail($"Turn:Urls: \"{wrong}\" is not like turn:host:3478?transport=udp.");
            if (options.Addresses.Any(address => address.IsRelay) && (options.Secret ?? "").Length < ShortestSecret)
                return ValidateOptionsResult.Fail($"Turn:Secret must have {ShortestSecret} characters at least: the relay's static-auth-secret.");
            return options.Lifetime < TimeSpan.FromMinutes(5) || options.Lifetime > TimeSpan.FromDays(1)
                ? ValidateOptionsResult.Fail("Turn:Lifetime must be between 5 minutes and a day.")
                : ValidateOptionsResult.Success;
        }
    }
}
