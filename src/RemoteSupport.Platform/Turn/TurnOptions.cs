using System.Text;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Turn;

/// <summary>The relays through which a call goes where it cannot go directly (CA-7); configuration "Turn". Without any, calls are direct only.</summary>
public sealed class TurnOptions
{
    private const int ShortestSecret = 16;

    /// <summary>Where they are, by comma or space: "turn:turn.example.com:3478?transport=udp", "turns:…", "stun:…".</summary>
    public string? Urls { get; set; }

    /// <summary>What the nodes share with the relays (coturn: static-auth-secret); at least 16 characters.</summary>
    public string? Secret { get; set; }

    /// <summary>How long credentials let somebody in; a call that lasts longer gets new ones.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Those that pass media on.</summary>
    public IReadOnlyList<TurnAddress> Relays => [.. Addresses.Where(address => address.IsRelay)];

    /// <summary>What about it cannot be used; null when all can.</summary>
    public string? Flaw
    {
        get
        {
            if (Texts.FirstOrDefault(text => TurnAddress.Read(text) is null) is { } wrong) return $"Turn:Urls: \"{wrong}\" is not like turn:host:3478?transport=udp.";
            if (Relays.Count > 0 && (Secret ?? "").Length < ShortestSecret) return $"Turn:Secret must have {ShortestSecret} characters at least: the relay's static-auth-secret.";
            return Lifetime < TimeSpan.FromMinutes(5) || Lifetime > TimeSpan.FromDays(1) ? "Turn:Lifetime must be between 5 minutes and a day." : null;
        }
    }

    /// <summary>All of them.</summary>
    internal IReadOnlyList<TurnAddress> Addresses => [.. Texts.Select(TurnAddress.Read).OfType<TurnAddress>()];

    internal byte[] SecretBytes => Encoding.UTF8.GetBytes(Secret ?? "");

    private string[] Texts => (Urls ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Stops the start when a setting cannot be used.</summary>
    internal sealed class Check : IValidateOptions<TurnOptions>
    {
        public ValidateOptionsResult Validate(string? name, TurnOptions options) => options.Flaw is { } flaw ? ValidateOptionsResult.Fail(flaw) : ValidateOptionsResult.Success;
    }
}
