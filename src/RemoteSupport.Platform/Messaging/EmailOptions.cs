using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Configuration "Email": the platform's own way to send.</summary>
public sealed class EmailOptions
{
    /// <summary>The sender's address and the return path of every message; the sender's name is the tenant's.</summary>
    public string From { get; set; } = "no-reply@localhost.localdomain";

    /// <summary>Absent: in development messages stay in the local outbox, elsewhere they wait.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Where bounces go, each to an address of its own; absent: to <see cref="From"/>. Its mail server hands them to /bounces.</summary>
    public string? BounceDomain { get; set; }

    /// <summary>What whoever hands bounces to /bounces must know; absent: nobody can.</summary>
    public string? BounceSecret { get; set; }

    /// <summary>Whether this node sends messages of any channel; nodes that only serve can leave it to others.</summary>
    public bool Dispatch { get; set; } = true;

    /// <summary>Configuration "Email:Smtp".</summary>
    public sealed class SmtpOptions
    {
        /// <summary>Empty: there is no server.</summary>
        public string Host { get; set; } = "";

        /// <summary>587, or what the server listens on.</summary>
        public int Port { get; set; } = 587;

        /// <summary>none, starttls or tls.</summary>
        public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

        /// <summary>Absent: no authentication.</summary>
        public string? User { get; set; }

        /// <summary>Never logged.</summary>
        public string? Password { get; set; }
    }

    /// <summary>The server, or null where there is none.</summary>
    public MailServer? Server => Smtp.Host.Length == 0 ? null : new MailServer
    {
        Host = Smtp.Host,
        Port = Smtp.Port,
        Security = Smtp.Security,
        User = Smtp.User,
        Password = Smtp.Password,
        HelloName = Domain,
    };

    /// <summary>The platform's own domain.</summary>
    public string Domain => DomainOf(From);

    /// <summary>The domain of an address.</summary>
    public static string DomainOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address[(address.LastIndexOf('@') + 1)..];
    }
}
