using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>Configuration "Sms": the platform's own way to send text messages, for tenants without a gateway of their own.</summary>
public sealed class SmsOptions
{
    /// <summary>Absent: there is none.</summary>
    public GatewayOptions Gateway { get; set; } = new();

    /// <summary>The gateway, or null where there is none.</summary>
    public SmsServer? Server => Gateway.Url is not { } url ? null : new SmsServer
    {
        Protocol = Gateway.Protocol,
        Url = url,
        User = Gateway.User,
        Secret = Gateway.Secret ?? "",
    };

    /// <summary>Configuration "Sms:Gateway".</summary>
    public sealed class GatewayOptions
    {
        /// <summary>kannel or webhook.</summary>
        public SmsProtocol Protocol { get; set; } = SmsProtocol.Kannel;

        /// <summary>Where it takes messages.</summary>
        public Uri? Url { get; set; }

        /// <summary>Kannel's user.</summary>
        public string? User { get; set; }

        /// <summary>Kannel's password, or the webhook's signing key. Never logged.</summary>
        public string? Secret { get; set; }

        /// <summary>The sender of tenants that chose none; absent leaves it to the gateway.</summary>
        public string? Sender { get; set; }

        /// <summary>How many parts each tenant may send a day through this gateway; absent: as many as it sets itself.</summary>
        public int? DailyCap { get; set; }
    }

    /// <summary>A gateway that could never work stops the start.</summary>
    internal sealed class Check : IValidateOptions<SmsOptions>
    {
        public ValidateOptionsResult Validate(string? name, SmsOptions options) => options.Gateway.Url is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https")
            ? ValidateOptionsResult.Fail("Sms:Gateway:Url must begin with http:// or https://.")
            : ValidateOptionsResult.Success;
    }
}
