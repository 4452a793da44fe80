using MediatR;

namespace RemoteSupport.Platform.Mediation;

/// <summary>An operation that changes something: runs in one transaction, is audited, and may be refused.</summary>
public interface ICommand<T> : IRequest<Outcome<T>>, ICommand;

/// <summary>An operation that only reads.</summary>
public interface IQuery<T> : IRequest<Outcome<T>>;

/// <summary>What every <see cref="ICommand{T}"/> is, whatever it answers.</summary>
#pragma warning disable CA1040 // A marker is what the one pipeline asks for.
public interface ICommand;
#pragma warning restore CA1040

/// <summary>
/// A command that makes its own transactions, because no row may be held while it works (a password is being hashed) or because a refusal
/// has to leave a trace. It writes its audit entries itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnTransactionsAttribute : Attribute;
