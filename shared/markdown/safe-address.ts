// after the slashes a host: a further slash would be passed over, and a name before an @ reads as the host it is not
const web = /^https?:\/\/(?![^/?#]*@)[^\s/?#<>"`\\^{|}\p{C}][^\s<>"`\\^{|}\p{C}]*$/iu
const mail = /^mailto:[^\s<>"`\\^{|}\p{C}]+$/iu

/** Whether an address may be a link in what is written of a plan: https, http or mailto, without a user's name and without letters that end or change a link anywhere. */
export function isSafeAddress(address: string): boolean {
  return address.length <= 2_000 && (web.test(address) || mail.test(address))
}
